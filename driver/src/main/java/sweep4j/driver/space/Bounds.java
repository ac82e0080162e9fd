package sweep4j.driver.space;

import sweep4j.trial.Legal;
import sweep4j.trial.Legal.LayerWidths;
import sweep4j.trial.Legal.RealRange;
import sweep4j.trial.Legal.WholeRange;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;
import sweep4j.trial.Tunable;

/**
 * How far the numbers go that the catalogue allows a hyperparameter.
 *
 * @param lowest the least legal number; NaN where values are no numbers
 * @param highest the greatest legal number; NaN where values are no numbers
 */
public record Bounds(double lowest, double highest) {

  /** The bounds of {@code hyperparameter}; for layer widths, those of a single layer. */
  public static Bounds of(Tunable hyperparameter) {
    Legal legal = hyperparameter.legal();
    if (legal instanceof RealRange range) {
      return new Bounds(
          range.minIncluded() ? range.min() : Math.nextUp(range.min()),
          range.maxIncluded() ? range.max() : Math.nextDown(range.max()));
    }
    if (legal instanceof WholeRange range) {
      return new Bounds(range.min(), range.max());
    }
    return legal instanceof LayerWidths
        ? new Bounds(1, LayerWidths.MAX_WIDTH)
        : new Bounds(Double.NaN, Double.NaN);
  }

  /** Whether a legal number lies below {@code value}; false if that is no single number. */
  public boolean hasRoomBelow(ParameterValue value) {
    return lowest < number(value);
  }

  /** Whether a legal number lies above {@code value}; false if that is no single number. */
  public boolean hasRoomAbove(ParameterValue value) {
    return number(value) < highest;
  }

  private static double number(ParameterValue value) {
    if (value instanceof Real real) {
      return real.value();
    }
    if (value instanceof Whole whole) {
      return whole.value();
    }
    return value instanceof Widths widths && widths.value().size() == 1
        ? widths.value().get(0)
        : Double.NaN;
  }
}
