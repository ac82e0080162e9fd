package sweep4j.driver.config;

import org.jspecify.annotations.Nullable;
import sweep4j.driver.space.Domain;
import sweep4j.driver.space.IntLogUniform;
import sweep4j.driver.space.IntUniform;
import sweep4j.driver.space.LogUniform;
import sweep4j.driver.space.Stepped;
import sweep4j.driver.space.Uniform;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Legal;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;

/** Reads a parameter that has a distribution between {@code min} and {@code max}. */
final class RangeSection {
  /** More values than any sweep can tell apart. */
  private static final int MAX_STEPS = 1_000_000;

  private final Section section;
  private final Hyperparameter hyperparameter;

  private RangeSection(Section section, Hyperparameter hyperparameter) {
    this.section = section;
    this.hyperparameter = hyperparameter;
  }

  static @Nullable Domain read(Section section, Hyperparameter hyperparameter) {
    return new RangeSection(section, hyperparameter).domain();
  }

  private @Nullable Domain domain() {
    Distribution distribution = section.read(Key.PARAMETER_DISTRIBUTION, this::distribution);
    if (distribution == null) {
      return null;
    }
    return distribution.whole() ? wholeRange(distribution) : realRange(distribution);
  }

  private @Nullable Distribution distribution(Value value) {
    Distribution distribution = value.choice(Distribution.CHOICES);
    if (distribution == null || distribution.fits(hyperparameter)) {
      return distribution;
    }
    String fitting = Distribution.fitting(hyperparameter);
    if (fitting.isEmpty()) {
      section.problem(
          Key.PARAMETER_DISTRIBUTION,
          "%s must be left out, because %s is %s: give a list of values"
              .formatted(value.path(), hyperparameter.key(), hyperparameter.legal().rule()));
    } else {
      value.mustBe(fitting + " for " + hyperparameter.key());
    }
    return null;
  }

  private @Nullable Domain realRange(Distribution distribution) {
    Double min = section.read(Key.PARAMETER_MIN, value -> realBound(value, distribution));
    Double max = section.read(Key.PARAMETER_MAX, value -> realBound(value, distribution));
    Integer steps = section.read(Key.PARAMETER_STEPS, 0, RangeSection::steps);
    if (min == null || max == null || steps == null || !increasing(min < max)) {
      return null;
    }
    Domain continuum = distribution.log() ? new LogUniform(min, max) : new Uniform(min, max);
    return steps == 0 ? continuum : new Stepped(continuum, steps);
  }

  private @Nullable Domain wholeRange(Distribution distribution) {
    if (section.has(Key.PARAMETER_STEPS)) {
      section.problem(
          Key.PARAMETER_STEPS,
          "%s is for uniform and log_uniform; with %s, give a list of values instead"
              .formatted(section.pathOf(Key.PARAMETER_STEPS), Choice.name(distribution)));
    }
    Integer min = section.read(Key.PARAMETER_MIN, this::wholeBound);
    Integer max = section.read(Key.PARAMETER_MAX, this::wholeBound);
    if (min == null || max == null || !increasing(min < max)) {
      return null;
    }
    return distribution.log() ? new IntLogUniform(min, max) : new IntUniform(min, max);
  }

  private @Nullable Double realBound(Value value, Distribution distribution) {
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

  private @Nullable Integer wholeBound(Value value) {
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

  private static @Nullable Integer steps(Value value) {
    String rule = "a whole number from 2 to " + MAX_STEPS;
    Long steps = value.whole(2, MAX_STEPS, rule);
    return steps == null ? null : Integer.valueOf(steps.intValue());
  }

  private boolean increasing(boolean holds) {
    if (!holds) {
      section.problem(
          Key.PARAMETER_MIN,
          "%s must be below max, but got (min=%s, max=%s)"
              .formatted(
                  section.pathOf(Key.PARAMETER_MIN),
                  section.value("min").node().shown(),
                  section.value("max").node().shown()));
    }
    return holds;
  }
}
