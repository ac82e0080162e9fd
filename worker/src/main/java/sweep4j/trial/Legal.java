package sweep4j.trial;

import java.io.Serializable;
import java.util.List;
import sweep4j.trial.ParameterValue.Flag;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;

/** Which values of a hyperparameter are legal. */
public sealed interface Legal extends Serializable {

  /** Whether {@code value} has the right type and lies within bounds. */
  boolean allows(ParameterValue value);

  /** The rule in words, fit to follow "must be". */
  String rule();

  /** The values in as few words as a table has room for. */
  String brief();

  /** Real numbers between two bounds, each included or not. */
  record RealRange(double min, boolean minIncluded, double max, boolean maxIncluded)
      implements Legal {

    /**
     * Bound of coefficients: training is in single precision, where a larger one would become
     * infinite or, as Adam's rate, turn into no step at all. For a reader it is no bound.
     */
    public static final double MOST = 1e30;

    /** Any coefficient from 0 on. */
    static RealRange coefficient() {
      return closed(0.0, MOST);
    }

    /** Any coefficient above 0. */
    static RealRange positive() {
      return new RealRange(0.0, false, MOST, true);
    }

    /** From {@code min} to {@code max}, both included. */
    static RealRange closed(double min, double max) {
      return new RealRange(min, true, max, true);
    }

    /** Shares that leave something: from 0 to below 1. */
    static RealRange belowOne() {
      return new RealRange(0.0, true, 1.0, false);
    }

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

    @Override
    public String brief() {
      String from = (minIncluded ? "from " : "above ") + number(min);
      return max >= MOST ? from : from + (maxIncluded ? " to " : " to below ") + number(max);
    }

    private static String number(double value) {
      return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
  }

  /** Whole numbers from {@code min} to {@code max}, both included. */
  record WholeRange(int min, int max) implements Legal {
    @Override
    public boolean allows(ParameterValue value) {
      return value instanceof Whole whole && whole.value() >= min && whole.value() <= max;
    }

    @Override
    public String rule() {
      return "a whole number from " + min + " to " + max;
    }

    @Override
    public String brief() {
      return "whole, " + min + " to " + max;
    }
  }

  /** A list of at most 1000 layer widths, each at least 1 and at most {@link #MAX_WIDTH}. */
  record LayerWidths() implements Legal {
    public static final int MAX_WIDTH = 1 << 20;

    /** Each layer has a configuration of some kilobytes, before any network is made. */
    public static final int MAX_LAYERS = 1000;

    @Override
    public boolean allows(ParameterValue value) {
      return value instanceof Widths widths
          && widths.value().size() <= MAX_LAYERS
          && widths.value().stream().allMatch(width -> width <= MAX_WIDTH);
    }

    @Override
    public String rule() {
      return "a list of 1 to %d layer widths, each from 1 to %d".formatted(MAX_LAYERS, MAX_WIDTH);
    }

    @Override
    public String brief() {
      return "widths, 1 to " + MAX_WIDTH;
    }
  }

  /** A name out of a list. */
  record OneOf(List<String> names) implements Legal {
    public OneOf {
      names = List.copyOf(names);
    }

    static OneOf names(String... names) {
      return new OneOf(List.of(names));
    }

    @Override
    public boolean allows(ParameterValue value) {
      return value instanceof Text text && names.contains(text.value());
    }

    @Override
    public String rule() {
      return "one of " + String.join(", ", names);
    }

    @Override
    public String brief() {
      return String.join(", ", names);
    }
  }

  /** On or off. */
  record Switch() implements Legal {
    @Override
    public boolean allows(ParameterValue value) {
      return value instanceof Flag;
    }

    @Override
    public String rule() {
      return "true or false";
    }

    @Override
    public String brief() {
      return "true, false";
    }
  }
}
