package sweep4j.driver.space;

import java.math.BigDecimal;
import java.math.RoundingMode;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;

/**
 * The real numbers {@code min, min + q, min + 2q, ..., max}, each with the same share. They are
 * worked out in decimal, from the numbers as they are written, so that three steps of 0.1 are 0.3
 * and not 0.30000000000000004.
 *
 * @param max {@code min} and a whole number of {@code q}, fewer than 2^31 - 1
 * @param q above 0; two last digits of the larger end at least, or levels would run together
 */
public record Quantized(double min, double max, double q) implements Domain {

  public Quantized {
    Units.requireIncreasing(min, max);
    double finest = 2 * Math.ulp(Math.max(Math.abs(min), Math.abs(max)));
    if (!(q >= finest && Double.isFinite(q))) {
      throw new IllegalArgumentException(
          "`q >= %s` must hold, or a double could not tell the values apart, but got (q=%s)"
              .formatted(finest, q));
    }
    BigDecimal[] steps = decimal(max).subtract(decimal(min)).divideAndRemainder(decimal(q));
    if (steps[1].signum() != 0) {
      throw new IllegalArgumentException(
          "`max = min + k * q` must hold for a whole number k, but got (min=%s, max=%s, q=%s)"
              .formatted(min, max, q));
    }
    if (steps[0].compareTo(decimal(Integer.MAX_VALUE)) >= 0) {
      throw new IllegalArgumentException(
          "`(max - min) / q < 2^31 - 1` must hold, but got (min=%s, max=%s, q=%s)"
              .formatted(min, max, q));
    }
  }

  private static BigDecimal decimal(double number) {
    return BigDecimal.valueOf(number);
  }

  @Override
  public ParameterValue at(double unit) {
    return value(levelAt(unit));
  }

  private Real value(int level) {
    return new Real(decimal(min).add(decimal(q).multiply(decimal(level))).doubleValue());
  }

  @Override
  public boolean contains(ParameterValue value) {
    return Units.isReal(value, min, max) && value(nearest((Real) value)).equals(value);
  }

  @Override
  public double unitOf(ParameterValue value) {
    return unitOfLevel(nearest((Real) Units.requireMember(value, this)));
  }

  /** The level nearest to a number between both ends. */
  private int nearest(Real real) {
    return decimal(real.value())
        .subtract(decimal(min))
        .divide(decimal(q), 0, RoundingMode.HALF_EVEN)
        .intValueExact();
  }

  @Override
  public int levels() {
    return nearest(new Real(max)) + 1;
  }

  @Override
  public boolean ordered() {
    return true;
  }
}
