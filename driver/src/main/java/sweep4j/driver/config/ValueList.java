package sweep4j.driver.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.Tunable;

/** Reads lists of different values of a hyperparameter. */
final class ValueList {
  /** Far more than a person writes; each is compared to each other one. */
  static final int MOST = 10_000;

  private ValueList() {}

  /** The values of a list, or null after a problem. */
  static @Nullable List<ParameterValue> read(Value list, Tunable hyperparameter) {
    List<Value> items = list.items("a list of at least one value");
    if (items == null) {
      return null;
    }
    if (items.size() > MOST) {
      list.problems()
          .add(
              list.place(),
              "%s must be a list of at most %d values, but got %d: give a range with steps or q instead"
                  .formatted(list.path(), MOST, items.size()));
      return null;
    }
    var values = new ArrayList<ParameterValue>();
    boolean sound = true;
    for (Value item : items) {
      ParameterValue value = HyperparameterValues.read(item, hyperparameter);
      if (value != null && values.contains(value)) {
        list.problems()
            .add(
                item.place(),
                list.path() + " must be different, but " + item.node().shown() + " is there twice");
        sound = false;
      } else if (value != null) {
        values.add(value);
      }
    }
    return sound && values.size() == items.size() ? List.copyOf(values) : null;
  }

  /** As {@link #read}, where a value alone stands for a list of one. */
  static @Nullable List<ParameterValue> readOneOrMore(Value value, Tunable hyperparameter) {
    if (value.node() instanceof Node.Sequence) {
      return read(value, hyperparameter);
    }
    ParameterValue single = HyperparameterValues.read(value, hyperparameter);
    return single == null ? null : List.of(single);
  }
}
