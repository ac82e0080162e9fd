package sweep4j.trial;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;

/**
 * Values of hyperparameters, each legal by the catalogue. What is not set has the catalogue's
 * default; the typed readers ({@link #real}, ...) answer for both.
 *
 * @param set the values set on purpose
 */
public record Hyperparameters(Map<Hyperparameter, ParameterValue> set) implements Serializable {

  public Hyperparameters {
    var copy = new EnumMap<Hyperparameter, ParameterValue>(Hyperparameter.class);
    copy.putAll(set);
    copy.forEach(Hyperparameters::check);
    set = Collections.unmodifiableMap(copy);
  }

  private static void check(Hyperparameter parameter, ParameterValue value) {
    if (!parameter.legal().allows(value)) {
      throw new IllegalArgumentException(
          parameter.key() + " must be " + parameter.legal().rule() + ", but got " + value);
    }
  }

  public static Hyperparameters defaults() {
    return new Hyperparameters(Map.of());
  }

  /** These values, with those of {@code other} put over them. */
  public Hyperparameters with(Hyperparameters other) {
    var merged = new EnumMap<Hyperparameter, ParameterValue>(Hyperparameter.class);
    merged.putAll(set);
    merged.putAll(other.set);
    return new Hyperparameters(merged);
  }

  /** These values, and {@code parameter} at {@code value}. */
  public Hyperparameters with(Hyperparameter parameter, ParameterValue value) {
    return with(new Hyperparameters(Map.of(parameter, value)));
  }

  /** The value that holds for {@code parameter}: as set, or the catalogue's default. */
  public ParameterValue value(Hyperparameter parameter) {
    return set.getOrDefault(parameter, parameter.defaultValue());
  }

  public double real(Hyperparameter parameter) {
    return ((Real) value(parameter)).value();
  }

  public int whole(Hyperparameter parameter) {
    return ((Whole) value(parameter)).value();
  }

  public String text(Hyperparameter parameter) {
    return ((Text) value(parameter)).value();
  }

  public List<Integer> widths(Hyperparameter parameter) {
    return ((Widths) value(parameter)).value();
  }
}
