package sweep4j.driver.space;

import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Whole;

/**
 * The whole numbers {@code min, min + q, min + 2q, ..., max}, each with the same share. There must
 * be fewer than 2^31 of them.
 *
 * @param max {@code min} and a whole number of {@code q}
 * @param q at least 1
 */
public record IntUniform(int min, int max, int q) implements Domain {

  public IntUniform {
    Units.requireIncreasing(min, max);
    if (q < 1) {
      throw new IllegalArgumentException("`q >= 1` must hold, but got (q=" + q + ")");
    }
    if (((long) max - min) % q != 0) {
      throw new IllegalArgumentException(
          "`max = min + k * q` must hold for a whole number k, but got (min=%d, max=%d, q=%d)"
              .formatted(min, max, q));
    }
    if (((long) max - min) / q >= Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "`(max - min) / q < 2^31 - 1` must hold, but got (min=%d, max=%d, q=%d)"
              .formatted(min, max, q));
    }
  }

  /** Every whole number from {@code min} to {@code max}, both included. */
  public IntUniform(int min, int max) {
    this(min, max, 1);
  }

  @Override
  public ParameterValue at(double unit) {
    return new Whole((int) (min + (long) q * levelAt(unit)));
  }

  @Override
  public boolean contains(ParameterValue value) {
    return Units.isWhole(value, min, max) && ((long) ((Whole) value).value() - min) % q == 0;
  }

  @Override
  public double unitOf(ParameterValue value) {
    long above = (long) ((Whole) Units.requireMember(value, this)).value() - min;
    return unitOfLevel((int) (above / q));
  }

  @Override
  public int levels() {
    return (int) (((long) max - min) / q) + 1;
  }

  @Override
  public boolean ordered() {
    return true;
  }
}
