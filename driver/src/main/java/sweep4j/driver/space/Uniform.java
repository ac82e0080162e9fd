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
    return new Real(Units.clamp(Units.between(min, max, unit), min, max));
  }

  @Override
  public double unitOf(ParameterValue value) {
    double real = Units.requireReal(value, min, max, this);
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
