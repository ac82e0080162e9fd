package sweep4j.driver.space;

import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;

/** All real numbers from {@code min} to {@code max}, both included, evenly. */
public record Uniform(double min, double max) implements Domain {

  public Uniform {
    Units.requireIncreasing(min, max);
  }

  @Override
  public ParameterValue at(double unit) {
    double exact = Units.clamp(Units.between(min, max, unit), min, max);
    double written = Units.clamp(Units.readable(exact), min, max);
    // A coordinate cannot tell the two apart, and one is what a person would have written.
    boolean same = unit != 0.0 && unit != 1.0 && position(written) == unit;
    return new Real(same ? written : exact);
  }

  @Override
  public boolean contains(ParameterValue value) {
    return Units.isReal(value, min, max);
  }

  @Override
  public double unitOf(ParameterValue value) {
    return position(((Real) Units.requireMember(value, this)).value());
  }

  private double position(double real) {
    // Halves, because max - min may overflow.
    return Units.clamp((real / 2 - min / 2) / (max / 2 - min / 2), 0.0, 1.0);
  }

  @Override
  public int levels() {
    return 0;
  }

  @Override
  public boolean ordered() {
    return true;
  }
}
