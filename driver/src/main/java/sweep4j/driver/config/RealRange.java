package sweep4j.driver.config;

import org.jspecify.annotations.Nullable;
import sweep4j.driver.space.Domain;
import sweep4j.driver.space.LogUniform;
import sweep4j.driver.space.Quantized;
import sweep4j.driver.space.Stepped;
import sweep4j.driver.space.Uniform;
import sweep4j.trial.Legal;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.Tunable;

/** Reads a range of real numbers: all of them, steps, or multiples of {@code q}. */
record RealRange(Section section, Tunable hyperparameter) {

  /** The domain, or null after a problem. */
  @Nullable Domain read(Distribution distribution) {
    Double min = section.read(Key.PARAMETER_MIN, value -> bound(value, distribution));
    Double max = section.read(Key.PARAMETER_MAX, value -> bound(value, distribution));
    if (distribution == Distribution.Q_UNIFORM) {
      Double q = section.read(Key.PARAMETER_Q, RealRange::distance);
      return min == null || max == null || q == null ? null : multiples(min, max, q);
    }
    Integer steps = section.read(Key.PARAMETER_STEPS, 0, RealRange::steps);
    if (min == null || max == null || steps == null) {
      return null;
    }
    if (!RangeSection.increasing(section, min < max)) {
      return null;
    }
    Domain continuum = distribution.log() ? new LogUniform(min, max) : new Uniform(min, max);
    return steps == 0 ? continuum : new Stepped(continuum, steps);
  }

  private @Nullable Domain multiples(double min, double max, double q) {
    return RangeSection.increasing(section, min < max) && Multiples.check(section, min, max, q)
        ? new Quantized(min, max, q)
        : null;
  }

  private @Nullable Double bound(Value value, Distribution distribution) {
    Legal legal = hyperparameter.legal();
    Double bound = value.real(legal.rule());
    if (bound == null) {
      return null;
    }
    if (!legal.allows(new Real(bound))) {
      value.mustBe(legal.rule());
      return null;
    }
    if (distribution.log() && bound <= 0.0) {
      value.mustBe("above 0 for log_uniform");
      return null;
    }
    return bound;
  }

  private static @Nullable Double distance(Value value) {
    String rule = "a number above 0";
    Double q = value.real(rule);
    if (q != null && q <= 0.0) {
      value.mustBe(rule);
      return null;
    }
    return q;
  }

  private static @Nullable Integer steps(Value value) {
    return value.count(2, RangeSection.MAX_STEPS);
  }
}
