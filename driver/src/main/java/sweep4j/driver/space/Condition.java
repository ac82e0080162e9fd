package sweep4j.driver.space;

import java.util.List;
import java.util.Map;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.Tunable;

/**
 * That another parameter exists in a trial and has one of some values there.
 *
 * @param on the other parameter
 * @param values of its type; at least one
 */
public record Condition(Tunable on, List<ParameterValue> values) {

  public Condition {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a condition on " + on.key() + " needs a value, got []");
    }
  }

  /** Whether it holds where the parameters that exist have the values {@code set}. */
  boolean holds(Map<Tunable, ParameterValue> set) {
    ParameterValue value = set.get(on);
    return value != null && values.contains(value);
  }
}
