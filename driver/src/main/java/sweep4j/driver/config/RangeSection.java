package sweep4j.driver.config;

import org.jspecify.annotations.Nullable;
import sweep4j.driver.space.Domain;
import sweep4j.trial.Tunable;

/** Reads a parameter that has a distribution between {@code min} and {@code max}. */
final class RangeSection {
  /** More values than any sweep can tell apart. */
  static final int MAX_STEPS = 1_000_000;

  private static final String LIST = "give a list of values";

  private final Section section;
  private final Tunable hyperparameter;

  private RangeSection(Section section, Tunable hyperparameter) {
    this.section = section;
    this.hyperparameter = hyperparameter;
  }

  static @Nullable Domain read(Section section, Tunable hyperparameter) {
    return new RangeSection(section, hyperparameter).domain();
  }

  private @Nullable Domain domain() {
    Distribution distribution = section.read(Key.PARAMETER_DISTRIBUTION, this::distribution);
    if (distribution == null) {
      return null;
    }
    refuseForeign(distribution);
    return distribution.whole()
        ? new WholeRange(section, hyperparameter).read(distribution)
        : new RealRange(section, hyperparameter).read(distribution);
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

  private void refuseForeign(Distribution distribution) {
    boolean steps = distribution.settings().contains(Key.PARAMETER_STEPS);
    boolean q = distribution.settings().contains(Key.PARAMETER_Q);
    if (!steps) {
      refuse(Key.PARAMETER_STEPS, "uniform and log_uniform", distribution, q ? "give q" : LIST);
    }
    if (!q) {
      refuse(
          Key.PARAMETER_Q, "q_uniform and int_uniform", distribution, steps ? "give steps" : LIST);
    }
  }

  private void refuse(Key key, String home, Distribution distribution, String remedy) {
    if (section.has(key)) {
      section.problem(
          key,
          "%s is for %s; with %s, %s instead"
              .formatted(section.pathOf(key), home, Choice.name(distribution), remedy));
    }
  }

  /** Reports that the bounds are the wrong way round, unless {@code holds}. */
  static boolean increasing(Section section, boolean holds) {
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
