package sweep4j.laboratory.simulation;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sweep4j.driver.search.PruningMethod;
import sweep4j.driver.search.SearchMethod;
import sweep4j.driver.space.Choices;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;
import sweep4j.laboratory.problem.Course;
import sweep4j.laboratory.problem.Problem;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Whole;

/**
 * A problem small enough to be worked out by hand: one parameter with the values 1 to {@code size},
 * tried in this order by a grid. A trial of value v takes v seconds an epoch, and its loss after
 * epoch e is v + 1/e. The highest value diverges in its last epoch, unless that is its first.
 */
record Workshop(int size, int maxEpochs) implements Problem {

  static final Strategy GRID =
      new Strategy("grid", new SearchMethod.Grid(), epochs -> new PruningMethod.None());

  /** After the first epoch one of three goes on. */
  static final Strategy HALVED =
      new Strategy(
          "halved",
          new SearchMethod.Grid(),
          epochs -> new PruningMethod.SuccessiveHalving(1, 3, 3));

  @Override
  public String name() {
    return "workshop";
  }

  @Override
  public SearchSpace space() {
    Stream<ParameterValue> values = IntStream.rangeClosed(1, size).mapToObj(Whole::new);
    return new SearchSpace(
        List.of(new Parameter(Hyperparameter.BATCH_SIZE, new Choices(values.toList()))));
  }

  @Override
  public double optimum() {
    return 1.0 + 1.0 / maxEpochs;
  }

  @Override
  public Course course(Hyperparameters hyperparameters) {
    int value = hyperparameters.whole(Hyperparameter.BATCH_SIZE);
    int finite = value == size ? Math.max(1, maxEpochs - 1) : maxEpochs;
    return new Course(
        IntStream.rangeClosed(1, finite).mapToObj(epoch -> value + 1.0 / epoch).toList(), value);
  }
}
