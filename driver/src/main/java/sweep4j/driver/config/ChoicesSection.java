package sweep4j.driver.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.space.Choices;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.Tunable;

/** Reads a parameter that has a list of values, with what else may be said of the list. */
final class ChoicesSection {
  private static final List<Key> SETTINGS = List.of(Key.PARAMETER_WEIGHTS, Key.PARAMETER_ORDERED);

  private enum Truth {
    TRUE,
    FALSE
  }

  private static final Map<String, Truth> TRUTHS = Choice.of(Truth.values());

  private ChoicesSection() {}

  /** Reports the settings of a list in a parameter that has none. */
  static void refuseSettings(Section section) {
    for (Key key : SETTINGS) {
      if (section.has(key)) {
        section.problem(key, section.pathOf(key) + " is for a list of values; leave it out");
      }
    }
  }

  static @Nullable Choices read(Section section, Tunable hyperparameter) {
    List<ParameterValue> values =
        section.read(Key.PARAMETER_VALUES, list -> ValueList.read(list, hyperparameter));
    List<Double> weights = section.read(Key.PARAMETER_WEIGHTS, List.of(), ChoicesSection::weights);
    Truth ordered = section.read(Key.PARAMETER_ORDERED, Truth.FALSE, value -> value.choice(TRUTHS));
    if (values == null || weights == null || ordered == null) {
      return null;
    }
    var plain = new Choices(values);
    if (section.has(Key.PARAMETER_WEIGHTS) && weights.size() != values.size()) {
      section.problem(
          Key.PARAMETER_WEIGHTS,
          "%s must be as many as the values, %d, but got %s"
              .formatted(section.pathOf(Key.PARAMETER_WEIGHTS), values.size(), weights));
      return null;
    }
    try {
      return new Choices(
          values,
          weights.isEmpty() ? plain.weights() : weights,
          section.has(Key.PARAMETER_ORDERED) ? ordered == Truth.TRUE : plain.ordered());
    } catch (IllegalArgumentException outOfProportion) {
      section.problem(
          Key.PARAMETER_WEIGHTS,
          section.pathOf(Key.PARAMETER_WEIGHTS) + ": " + outOfProportion.getMessage());
      return null;
    }
  }

  private static @Nullable List<Double> weights(Value list) {
    List<Value> items = list.items("a list of numbers, one for each value");
    if (items == null) {
      return null;
    }
    var weights = new ArrayList<Double>();
    for (Value item : items) {
      String rule = "a number above 0";
      Double weight = item.real(rule);
      if (weight != null && weight <= 0.0) {
        item.mustBe(rule);
      } else if (weight != null) {
        weights.add(weight);
      }
    }
    return weights.size() == items.size() ? List.copyOf(weights) : null;
  }
}
