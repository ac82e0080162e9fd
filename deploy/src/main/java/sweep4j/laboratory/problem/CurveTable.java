package sweep4j.laboratory.problem;

import java.util.List;
import java.util.Map;
import sweep4j.driver.search.SearchMethod;
import sweep4j.driver.space.Choices;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Tunable;

/**
 * Real learning curves: one of each combination of a finite space, recorded once without early
 * stopping.
 *
 * @param maxEpochs at least 1; a curve that has fewer losses diverged
 * @param courses one for each combination
 */
record CurveTable(
    String name, SearchSpace space, int maxEpochs, Map<Hyperparameters, Course> courses)
    implements Problem {

  CurveTable {
    courses = Map.copyOf(courses);
    long cells = SearchMethod.Grid.cells(space);
    if (courses.size() != cells) {
      throw new IllegalArgumentException(
          "a table must have a curve for each of the "
              + cells
              + " combinations of its parameters' values, but "
              + name
              + " has "
              + courses.size());
    }
  }

  /** The table whose parameters have the values that occur in {@code courses}. */
  static CurveTable of(
      String name, List<Tunable> parameters, int maxEpochs, Map<Hyperparameters, Course> courses) {
    var space =
        new SearchSpace(
            parameters.stream()
                .map(parameter -> new Parameter(parameter, values(parameter, courses)))
                .toList());
    return new CurveTable(name, space, maxEpochs, courses);
  }

  private static Choices values(Tunable parameter, Map<Hyperparameters, Course> courses) {
    return new Choices(
        courses.keySet().stream().map(each -> each.value(parameter)).distinct().toList());
  }

  @Override
  public double optimum() {
    return courses.values().stream()
        .mapToDouble(course -> course.bestAfter(maxEpochs))
        .min()
        .orElseThrow();
  }

  @Override
  public Course course(Hyperparameters hyperparameters) {
    Course course = courses.get(hyperparameters);
    if (course == null) {
      throw new IllegalArgumentException(
          "the table " + name + " has no curve of " + hyperparameters.set());
    }
    return course;
  }
}
