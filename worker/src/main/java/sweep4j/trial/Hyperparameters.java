package sweep4j.trial;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.ParameterValue.Flag;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;

/**
 * Values of hyperparameters, those of the catalogue and those of a user's own network, each legal.
 * What is not set has its default; the typed readers ({@link #real}, ...) answer for both.
 *
 * @param set the values set on purpose, in {@link Tunable#ORDER}; no two of one name
 */
public record Hyperparameters(Map<Tunable, ParameterValue> set) implements Serializable {

  public Hyperparameters {
    var copy = new LinkedHashMap<Tunable, ParameterValue>();
    set.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Tunable.ORDER))
        .forEach(each -> copy.put(each.getKey(), each.getValue()));
    copy.forEach(Hyperparameters::check);
    if (copy.keySet().stream().map(Tunable::key).distinct().count() != copy.size()) {
      throw new IllegalArgumentException(
          "each parameter may have one declaration, but got " + copy.keySet());
    }
    set = Collections.unmodifiableMap(copy);
  }

  private static void check(Tunable parameter, ParameterValue value) {
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
    var merged = new LinkedHashMap<>(set);
    merged.putAll(other.set);
    return new Hyperparameters(merged);
  }

  /** These values, and {@code parameter} at {@code value}. */
  public Hyperparameters with(Tunable parameter, ParameterValue value) {
    return with(new Hyperparameters(Map.of(parameter, value)));
  }

  /**
   * The value that holds for {@code parameter}: as set, or its default.
   *
   * @throws IllegalArgumentException if a custom parameter of this name is set that was declared
   *     otherwise, as its value would not be heard of
   */
  public ParameterValue value(Tunable parameter) {
    ParameterValue value = set.get(parameter);
    if (value != null) {
      return value;
    }
    if (parameter instanceof CustomParameter
        && set.keySet().stream().anyMatch(each -> each.key().equals(parameter.key()))) {
      throw new IllegalArgumentException(
          parameter.key() + " is read by another declaration than it was set by");
    }
    return parameter.defaultValue().in(this);
  }

  public double real(Tunable parameter) {
    return ((Real) value(parameter)).value();
  }

  public int whole(Tunable parameter) {
    return ((Whole) value(parameter)).value();
  }

  public String text(Tunable parameter) {
    return ((Text) value(parameter)).value();
  }

  public boolean flag(Tunable parameter) {
    return ((Flag) value(parameter)).value();
  }

  public List<Integer> widths(Tunable parameter) {
    return ((Widths) value(parameter)).value();
  }

  /**
   * The width of each hidden layer, from the input on: {@code hidden_layers} times the one width of
   * {@code hidden_units}, or the first {@code hidden_layers} of its list.
   *
   * @throws IllegalArgumentException if that list has several widths, but too few
   */
  public List<Integer> hiddenWidths() {
    Conflict tooFew = tooFewWidths();
    if (tooFew != null) {
      throw new IllegalArgumentException(tooFew.words());
    }
    List<Integer> widths = widths(Hyperparameter.HIDDEN_UNITS);
    int layers = whole(Hyperparameter.HIDDEN_LAYERS);
    return widths.size() == 1
        ? Collections.nCopies(layers, widths.get(0))
        : widths.subList(0, layers);
  }

  /** Why these values cannot hold together; null if they can. */
  public @Nullable Conflict conflict() {
    double norm = real(Hyperparameter.GRADIENT_CLIP_NORM);
    double value = real(Hyperparameter.GRADIENT_CLIP_VALUE);
    if (norm > 0 && value > 0) {
      return new Conflict(
          Hyperparameter.GRADIENT_CLIP_NORM,
          "gradient_clip_norm is %s and gradient_clip_value is %s: one of them must be 0"
              .formatted(norm, value));
    }
    if (flag(Hyperparameter.BATCH_NORM) && whole(Hyperparameter.BATCH_SIZE) == 1) {
      return new Conflict(
          Hyperparameter.BATCH_NORM,
          "batch_norm is true, but batch_size is 1: an example alone has no variance to normalize by");
    }
    return tooFewWidths();
  }

  private @Nullable Conflict tooFewWidths() {
    int widths = widths(Hyperparameter.HIDDEN_UNITS).size();
    int layers = whole(Hyperparameter.HIDDEN_LAYERS);
    if (widths == 1 || widths >= layers) {
      return null;
    }
    return new Conflict(
        Hyperparameter.HIDDEN_LAYERS,
        "hidden_layers is %d, but hidden_units lists only %d widths: give one width for all layers, or one for each"
            .formatted(layers, widths));
  }
}
