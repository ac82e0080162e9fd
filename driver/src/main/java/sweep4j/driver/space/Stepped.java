package sweep4j.driver.space;

import java.math.BigDecimal;
import java.math.MathContext;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;

/**
 * A few values of a continuum, evenly spaced in its own scale, both ends included, each with the
 * same share. {@code Stepped(LogUniform(1e-4, 1e-1), 4)} has the levels 1e-4, 1e-3, 1e-2, 1e-1.
 *
 * @param continuum a {@link Uniform} or a {@link LogUniform}
 * @param steps how many values, at least 2
 */
public record Stepped(Domain continuum, int steps) implements Domain {

  /** So that the level between 1e-4 and 1e-2 reads 0.001, not 0.0010000000000000002. */
  private static final MathContext READABLE = new MathContext(12);

  public Stepped {
    if (continuum.levels() != 0) {
      throw new IllegalArgumentException(
          "only a continuum can be cut into steps, but got " + continuum);
    }
    if (steps < 2) {
      throw new IllegalArgumentException("`steps >= 2` must hold, but got (steps=" + steps + ")");
    }
  }

  /** Inner levels are rounded to 12 significant digits; the ends are exact. */
  @Override
  public ParameterValue at(double unit) {
    int level = levelAt(unit);
    ParameterValue exact = continuum.at((double) level / (steps - 1));
    boolean end = level == 0 || level == steps - 1;
    return end || !(exact instanceof Real real) ? exact : new Real(readable(real.value()));
  }

  private static double readable(double value) {
    return new BigDecimal(value).round(READABLE).doubleValue();
  }

  @Override
  public double unitOf(ParameterValue value) {
    for (int level = 0; level < steps; level++) {
      if (at(unitOfLevel(level)).equals(value)) {
        return unitOfLevel(level);
      }
    }
    throw Units.foreign(value, this);
  }

  @Override
  public int levels() {
    return steps;
  }

  @Override
  public boolean ordered() {
    return true;
  }
}
