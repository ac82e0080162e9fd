package sweep4j.driver.space;

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

  public Stepped {
    if (continuum.levels() != 0) {
      throw new IllegalArgumentException(
          "only a continuum can be cut into steps, but got " + continuum);
    }
    if (steps < 2) {
      throw new IllegalArgumentException("`steps >= 2` must hold, but got (steps=" + steps + ")");
    }
  }

  /**
   * Inner levels are rounded to 12 significant digits, so that the one between 1e-4 and 1e-2 reads
   * 0.001 and not 0.0010000000000000002; the ends are exact.
   */
  @Override
  public ParameterValue at(double unit) {
    return value(levelAt(unit));
  }

  private ParameterValue value(int level) {
    ParameterValue exact = continuum.at((double) level / (steps - 1));
    boolean end = level == 0 || level == steps - 1;
    return end || !(exact instanceof Real real) ? exact : new Real(Units.readable(real.value()));
  }

  @Override
  public boolean contains(ParameterValue value) {
    return continuum.contains(value) && value(nearest(value)).equals(value);
  }

  @Override
  public double unitOf(ParameterValue value) {
    return unitOfLevel(nearest(Units.requireMember(value, this)));
  }

  private int nearest(ParameterValue value) {
    return (int) Math.rint(continuum.unitOf(value) * (steps - 1));
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
