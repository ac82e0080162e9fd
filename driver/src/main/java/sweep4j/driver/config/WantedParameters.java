package sweep4j.driver.config;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.space.Condition;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.Tunable;

/**
 * Whether the parameters that a wanted configuration names exist in it. What their conditions are
 * on must be named too, or a draw would decide whether the wish comes true.
 *
 * @param section the configuration, to report at
 * @param set what it names, each with a value of the space
 */
record WantedParameters(SearchSpace space, Section section, Map<Tunable, ParameterValue> set) {

  /** True if all do; otherwise a problem has been reported for each that does not. */
  boolean exist() {
    boolean sound = true;
    for (Tunable named : set.keySet()) {
      sound &= exists(space.parameter(named), section.value(named.key()));
    }
    return sound;
  }

  private boolean exists(Parameter parameter, Value given) {
    for (Condition condition : parameter.conditions()) {
      Parameter other = space.parameter(condition.on());
      ParameterValue value = other.isFixed() ? other.at(0.0) : set.get(condition.on());
      if (value == null || !condition.values().contains(value)) {
        given.problems().add(given.place(), given.path() + " " + remedy(condition, value));
        return false;
      }
      // A fixed parameter need not be named, but may itself not exist.
      if (other.isFixed() && !exists(other, given)) {
        return false;
      }
    }
    return true;
  }

  private static String remedy(Condition condition, @Nullable ParameterValue value) {
    String name = condition.on().key();
    String values =
        condition.values().stream().map(YamlText::of).collect(Collectors.joining(" or "));
    return value == null
        ? "exists only where %s is %s: name %s too".formatted(name, values, name)
        : "must be left out: it exists only where %s is %s, but there it is %s"
            .formatted(name, values, YamlText.of(value));
  }
}
