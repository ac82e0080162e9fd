package sweep4j.driver.space;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.Tunable;

/** What the conditions of a space's parameters ask of each other. */
final class Dependencies {

  private Dependencies() {}

  /**
   * The parameters so that each comes behind those that its conditions are on; of those that could
   * come next, always the first in the list.
   *
   * @throws IllegalArgumentException if conditions are on what is not there, or go in a circle
   */
  static List<Parameter> order(List<Parameter> parameters) {
    var ordered = new ArrayList<Parameter>();
    Set<Tunable> placed = new HashSet<>();
    while (ordered.size() < parameters.size()) {
      Parameter next =
          parameters.stream()
              .filter(each -> !placed.contains(each.hyperparameter()))
              .filter(each -> placed.containsAll(switches(each)))
              .findFirst()
              .orElseThrow(() -> stuck(parameters, placed));
      placed.add(next.hyperparameter());
      ordered.add(next);
    }
    return List.copyOf(ordered);
  }

  private static List<Tunable> switches(Parameter parameter) {
    return parameter.conditions().stream().map(Condition::on).toList();
  }

  private static IllegalArgumentException stuck(List<Parameter> parameters, Set<Tunable> placed) {
    return new IllegalArgumentException(
        "conditions must be on other parameters of the space and not lead back, but got "
            + parameters.stream()
                .filter(each -> !placed.contains(each.hyperparameter()))
                .map(Parameter::toString)
                .collect(joining(", ")));
  }

  /**
   * Refuses a condition that no trial, or as good as none, could meet.
   *
   * @param parameter whose conditions are on others of {@code parameters}
   */
  static void check(Parameter parameter, List<Parameter> parameters) {
    for (Condition condition : parameter.conditions()) {
      Parameter other =
          parameters.stream()
              .filter(each -> each.hyperparameter().equals(condition.on()))
              .findFirst()
              .orElseThrow();
      for (ParameterValue value : condition.values()) {
        // A fixed one has taken its value, which leaves others that it might have had behind.
        if (!other.isFixed() && (other.domain().levels() == 0 || !other.contains(value))) {
          throw new IllegalArgumentException(
              "%s can exist only where %s is %s, which is not a level of %s"
                  .formatted(parameter.name(), other.name(), value, other.domain()));
        }
      }
    }
  }
}
