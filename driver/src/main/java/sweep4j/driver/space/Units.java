package sweep4j.driver.space;

import java.math.BigDecimal;
import java.math.MathContext;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Whole;

/** Arithmetic on the unit interval that the domains share. */
final class Units {

  private static final MathContext READABLE = new MathContext(12);

  private Units() {}

  static double requireUnit(double unit) {
    if (!(0.0 <= unit && unit <= 1.0)) {
      throw new IllegalArgumentException("0 <= unit <= 1 must hold, but got (unit=" + unit + ")");
    }
    return unit;
  }

  static int requireLevels(Domain domain) {
    if (domain.levels() == 0) {
      throw new IllegalStateException(domain + " is a continuum, it has no levels");
    }
    return domain.levels();
  }

  static int requireLevel(int level, int levels) {
    if (level < 0 || level >= levels) {
      throw new IllegalArgumentException(
          "0 <= level < levels must hold, but got (level=" + level + ", levels=" + levels + ")");
    }
    return level;
  }

  /** Which of {@code levels} equal shares holds {@code unit}; 1 belongs to the last. */
  static int level(double unit, int levels) {
    return Math.min((int) (requireUnit(unit) * levels), levels - 1);
  }

  /**
   * From {@code low} at 0 to {@code high} at 1. Both products, because {@code low + unit * (high -
   * low)} need not end at {@code high}, and overflows where this does not.
   */
  static double between(double low, double high, double unit) {
    return (1.0 - requireUnit(unit)) * low + unit * high;
  }

  static double clamp(double value, double min, double max) {
    return Math.max(min, Math.min(max, value));
  }

  static void requireIncreasing(double min, double max) {
    if (!(min < max && Double.isFinite(min) && Double.isFinite(max))) {
      throw unordered(min, max);
    }
  }

  static void requireIncreasing(int min, int max) {
    if (min >= max) {
      throw unordered(min, max);
    }
  }

  static boolean isReal(ParameterValue value, double min, double max) {
    return value instanceof Real real && min <= real.value() && real.value() <= max;
  }

  static boolean isWhole(ParameterValue value, int min, int max) {
    return value instanceof Whole whole && min <= whole.value() && whole.value() <= max;
  }

  static ParameterValue requireMember(ParameterValue value, Domain domain) {
    if (!domain.contains(value)) {
      throw new IllegalArgumentException(value + " is not a value of " + domain);
    }
    return value;
  }

  /** {@code value} rounded to 12 significant digits: what a person would have written. */
  static double readable(double value) {
    return new BigDecimal(value).round(READABLE).doubleValue();
  }

  private static IllegalArgumentException unordered(Number min, Number max) {
    return new IllegalArgumentException(
        "`min < max` must hold, both finite, but got (min=" + min + ", max=" + max + ")");
  }

  static IllegalArgumentException tooLow(String rule, Number min) {
    return new IllegalArgumentException("`" + rule + "` must hold, but got (min=" + min + ")");
  }
}
