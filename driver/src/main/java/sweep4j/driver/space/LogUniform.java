package sweep4j.driver.space;

import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;

/**
 * All real numbers from {@code min} to {@code max}, both included and above 0, evenly in the
 * exponent: {@code at(u) = min^(1-u) * max^u}.
 */
public record LogUniform(double min, double max) implements Domain {

  public LogUniform {
    if (!(min > 0)) {
      throw Units.tooLow("min > 0", min);
    }
    Units.requireIncreasing(min, max);
  }

  @Override
  public ParameterValue at(double unit) {
    double power = Math.exp(Units.between(Math.log(min), Math.log(max), unit));
    // exp(log(x)) misses x by some last digits: the ends are set, and nothing goes beyond them.
    double exact = unit == 0.0 ? min : unit == 1.0 ? max : Units.clamp(power, min, max);
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
    return Units.clamp(
        (Math.log(real) - Math.log(min)) / (Math.log(max) - Math.log(min)), 0.0, 1.0);
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
