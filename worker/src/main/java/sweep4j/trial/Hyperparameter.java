package sweep4j.trial;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;

/**
 * The catalogue of what a sweep may vary or fix: name in the sweep file, legal values, the value
 * that holds when the sweep file is silent, and one line of help.
 */
public enum Hyperparameter {
  LEARNING_RATE(
      "learning_rate",
      new RealRange(0.0, false, Hyperparameter.MOST, true),
      new Real(1e-3),
      "step size of the updater"),
  LAMBDA(
      "lambda",
      new RealRange(0.0, true, Hyperparameter.MOST, true),
      new Real(0.0),
      "coefficient of the sum of squared weights (biases left out) that is added to the loss"),
  DROPOUT(
      "dropout",
      new RealRange(0.0, true, 1.0, false),
      new Real(0.0),
      "share of each hidden layer's outputs set to zero in training"),
  BATCH_SIZE(
      "batch_size",
      new WholeRange(1, 1 << 24),
      new Whole(32),
      "examples in a mini-batch; a size above the training set's means one batch an epoch"),
  HIDDEN_UNITS(
      "hidden_units",
      new LayerWidths(),
      new Widths(List.of(64)),
      "width of each hidden layer: a list, or one number for a single hidden layer"),
  ACTIVATION(
      "activation",
      new OneOf(List.of("relu", "leakyrelu", "elu", "selu", "gelu", "tanh", "sigmoid", "swish")),
      new Text("relu"),
      "activation function of the hidden layers"),
  UPDATER(
      "updater",
      new OneOf(List.of("sgd", "nesterovs", "adam", "rmsprop")),
      new Text("adam"),
      "rule that turns gradients into steps");

  /**
   * Bound of coefficients: training is in single precision, where a larger one would become
   * infinite or, as Adam's rate, turn into no step at all.
   */
  private static final double MOST = 1e30;

  /** Which values are legal. */
  public sealed interface Legal {
    /** Whether {@code value} has the right type and lies within bounds. */
    boolean allows(ParameterValue value);

    /** The rule in words, fit to follow "must be". */
    String rule();
  }

  /** Real numbers between two bounds, each included or not. */
  public record RealRange(double min, boolean minIncluded, double max, boolean maxIncluded)
      implements Legal {
    @Override
    public boolean allows(ParameterValue value) {
      return value instanceof Real real
          && (minIncluded ? real.value() >= min : real.value() > min)
          && (maxIncluded ? real.value() <= max : real.value() < max);
    }

    @Override
    public String rule() {
      return "a number "
          + (minIncluded ? "of at least " : "above ")
          + min
          + (maxIncluded ? " and at most " : " and below ")
          + max;
    }
  }

  /** Whole numbers from {@code min} to {@code max}, both included. */
  public record WholeRange(int min, int max) implements Legal {
    @Override
    public boolean allows(ParameterValue value) {
      return value instanceof Whole whole && whole.value() >= min && whole.value() <= max;
    }

    @Override
    public String rule() {
      return "a whole number from " + min + " to " + max;
    }
  }

  /** A list of layer widths, each at least 1 and at most {@link #MAX_WIDTH}. */
  public record LayerWidths() implements Legal {
    public static final int MAX_WIDTH = 1 << 20;

    @Override
    public boolean allows(ParameterValue value) {
      return value instanceof Widths widths
          && widths.value().stream().allMatch(width -> width <= MAX_WIDTH);
    }

    @Override
    public String rule() {
      return "a list of layer widths, each from 1 to " + MAX_WIDTH;
    }
  }

  /** A name out of a list. */
  public record OneOf(List<String> names) implements Legal {
    @Override
    public boolean allows(ParameterValue value) {
      return value instanceof Text text && names.contains(text.value());
    }

    @Override
    public String rule() {
      return "one of " + String.join(", ", names);
    }
  }

  private final String key;
  private final Legal legal;
  private final ParameterValue defaultValue;
  private final String help;

  Hyperparameter(String key, Legal legal, ParameterValue defaultValue, String help) {
    this.key = key;
    this.legal = legal;
    this.defaultValue = defaultValue;
    this.help = help;
  }

  /** The name in sweep files and leaderboards. */
  public String key() {
    return key;
  }

  public Legal legal() {
    return legal;
  }

  public ParameterValue defaultValue() {
    return defaultValue;
  }

  public String help() {
    return help;
  }

  /** The hyperparameter that sweep files call {@code key}, if there is one. */
  public static Optional<Hyperparameter> named(String key) {
    return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
  }
}
