package sweep4j.driver.space;

import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Whole;

/**
 * The whole numbers from {@code min} to {@code max}, both included, each with the same share. There
 * must be fewer than 2^31 of them.
 */
public record IntUniform(int min, int max) implements Domain {

  public IntUniform {
    Units.requireIncreasing(min, max);
    if ((long) max - min >= Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "`max - min < 2^31 - 1` must hold, but got (min=" + min + ", max=" + max + ")");
    }
  }

  @Override
  public ParameterValue at(double unit) {
    return new Whole(min + levelAt(unit));
  }

  @Override
  public double unitOf(ParameterValue value) {
    return unitOfLevel(Units.requireWhole(value, min, max, this) - min);
  }

  @Override
  public int levels() {
    return max - min + 1;
  }

  @Override
  public boolean ordered() {
    return true;
  }
}
