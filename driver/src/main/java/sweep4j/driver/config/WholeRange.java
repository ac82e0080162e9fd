package sweep4j.driver.config;

import org.jspecify.annotations.Nullable;
import sweep4j.driver.space.Domain;
import sweep4j.driver.space.IntLogUniform;
import sweep4j.driver.space.IntUniform;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;
import sweep4j.trial.Tunable;

/** Reads a range of whole numbers, all of them or multiples of {@code q}. */
record WholeRange(Section section, Tunable hyperparameter) {

  /** The domain, or null after a problem. */
  @Nullable Domain read(Distribution distribution) {
    Integer min = section.read(Key.PARAMETER_MIN, this::bound);
    Integer max = section.read(Key.PARAMETER_MAX, this::bound);
    Integer q = section.read(Key.PARAMETER_Q, 1, value -> value.count(1));
    if (min == null || max == null || q == null) {
      return null;
    }
    if (!RangeSection.increasing(section, min < max)) {
      return null;
    }
    if (distribution.log()) {
      return new IntLogUniform(min, max);
    }
    return q == 1 || Multiples.check(section, min, max, q) ? new IntUniform(min, max, q) : null;
  }

  private @Nullable Integer bound(Value value) {
    if (!(value.node() instanceof Node.Scalar)) {
      value.mustBe("a whole number");
      return null;
    }
    ParameterValue bound = HyperparameterValues.read(value, hyperparameter);
    if (bound instanceof Widths widths) {
      return widths.value().get(0);
    }
    return bound instanceof Whole whole ? Integer.valueOf(whole.value()) : null;
  }
}
