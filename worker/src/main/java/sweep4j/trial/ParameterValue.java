package sweep4j.trial;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One value of a hyperparameter. Its {@code toString} is its form in a CSV cell and on the
 * terminal: full precision, a dot for the decimal point.
 */
public sealed interface ParameterValue extends Serializable {

  /** A finite real number. */
  record Real(double value) implements ParameterValue {
    public Real {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a real value must be finite, but got " + value);
      }
    }

    @Override
    public String toString() {
      return Double.toString(value);
    }
  }

  /** A whole number. */
  record Whole(int value) implements ParameterValue {
    @Override
    public String toString() {
      return Integer.toString(value);
    }
  }

  /** A name out of a fixed set, such as an activation function. */
  record Text(String value) implements ParameterValue {
    @Override
    public String toString() {
      return value;
    }
  }

  /** On or off. */
  record Flag(boolean value) implements ParameterValue {
    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /**
   * The width of each hidden layer, from the input on; every width is at least 1. Written {@code
   * 64x32}, because a spreadsheet takes {@code 10-12} for a date and {@code 64,32} for two cells.
   */
  record Widths(List<Integer> value) implements ParameterValue {
    public Widths {
      value = List.copyOf(value);
      if (value.isEmpty()) {
        throw new IllegalArgumentException("there must be at least one hidden layer");
      }
      for (int width : value) {
        if (width < 1) {
          throw new IllegalArgumentException(
              "the width of a hidden layer must be at least 1, but got " + width);
        }
      }
    }

    @Override
    public String toString() {
      return value.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }
  }
}
