package sweep4j.driver.space;

import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Whole;

/**
 * The whole numbers from {@code min} to {@code max}, both included and at least 1, evenly in the
 * exponent: the number {@code n} has the share
 *
 * <pre>{@code log((n + 0.5) / (n - 0.5)) / log((max + 0.5) / (min - 0.5))}</pre>
 *
 * which is what falls to {@code n} when a number drawn log-uniformly from [min - 0.5, max + 0.5] is
 * rounded. Shares shrink as numbers grow, so that 16 to 32 gets about as much as 32 to 64.
 */
public record IntLogUniform(int min, int max) implements Domain {

  public IntLogUniform {
    if (min < 1) {
      throw Units.tooLow("min >= 1", min);
    }
    Units.requireIncreasing(min, max);
  }

  @Override
  public ParameterValue at(double unit) {
    double power = Math.exp(Units.between(logLow(), logHigh(), unit));
    return new Whole((int) Units.clamp(Math.rint(power), min, max));
  }

  @Override
  public boolean contains(ParameterValue value) {
    return Units.isWhole(value, min, max);
  }

  @Override
  public double unitOf(ParameterValue value) {
    return unitOfLevel(((Whole) Units.requireMember(value, this)).value() - min);
  }

  @Override
  public int levels() {
    return max - min + 1;
  }

  @Override
  public boolean ordered() {
    return true;
  }

  @Override
  public int levelAt(double unit) {
    return ((Whole) at(unit)).value() - min;
  }

  /** Where the number itself lies on the log scale: inside its share, a little above the middle. */
  @Override
  public double unitOfLevel(int level) {
    double number = (double) min + Units.requireLevel(level, levels());
    return (Math.log(number) - logLow()) / (logHigh() - logLow());
  }

  @Override
  public double shareOf(int level) {
    double number = (double) min + Units.requireLevel(level, levels());
    return Math.log((number + 0.5) / (number - 0.5)) / (logHigh() - logLow());
  }

  private double logLow() {
    return Math.log(min - 0.5);
  }

  private double logHigh() {
    return Math.log(max + 0.5);
  }
}
