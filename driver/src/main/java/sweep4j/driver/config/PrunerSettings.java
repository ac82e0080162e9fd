package sweep4j.driver.config;

import org.jspecify.annotations.Nullable;
import sweep4j.driver.search.PruningMethod;
import sweep4j.driver.search.PruningMethod.Hyperband;
import sweep4j.driver.search.PruningMethod.Median;
import sweep4j.driver.search.PruningMethod.SuccessiveHalving;

/**
 * Reads what a pruner can be told. What is left out has a default.
 *
 * @param section the mapping {@code search.pruner}
 * @param maxEpochs of a trial, from which some defaults follow
 */
record PrunerSettings(Section section, int maxEpochs) {
  static final int DEFAULT_MIN_EPOCHS = 1;
  static final int DEFAULT_REDUCTION_FACTOR = 3;
  static final int DEFAULT_STARTUP_TRIALS = 5;
  static final int DEFAULT_WARMUP_EPOCHS = 0;

  /** To pause after each epoch would cost more than it saves. */
  private static final int DEFAULT_INTERVALS = 10;

  /** The pruning method called {@code name}, or null after a problem. */
  @Nullable PruningMethod of(PrunerName name) {
    return switch (name) {
      case NONE -> new PruningMethod.None();
      case SUCCESSIVE_HALVING -> successiveHalving();
      case HYPERBAND -> hyperband();
      case MEDIAN -> median();
    };
  }

  private @Nullable Hyperband hyperband() {
    Integer minEpochs = minEpochs();
    Integer factor = reductionFactor();
    return minEpochs == null || factor == null ? null : new Hyperband(minEpochs, factor);
  }

  private @Nullable SuccessiveHalving successiveHalving() {
    Integer minEpochs = minEpochs();
    Integer factor = reductionFactor();
    int whole =
        minEpochs == null || factor == null
            ? 0
            : SuccessiveHalving.defaultBracketTrials(minEpochs, factor, maxEpochs);
    Integer trials = count(Key.PRUNER_BRACKET_TRIALS, 2, Math.max(2, whole));
    return minEpochs == null || factor == null || trials == null
        ? null
        : new SuccessiveHalving(minEpochs, factor, trials);
  }

  private @Nullable Median median() {
    Integer startup = count(Key.PRUNER_STARTUP_TRIALS, 1, DEFAULT_STARTUP_TRIALS);
    Integer warmup = count(Key.PRUNER_WARMUP_EPOCHS, 0, DEFAULT_WARMUP_EPOCHS);
    int tenth = (maxEpochs - 1) / DEFAULT_INTERVALS + 1;
    Integer interval = count(Key.PRUNER_INTERVAL_EPOCHS, 1, tenth);
    return startup == null || warmup == null || interval == null
        ? null
        : new Median(startup, warmup, interval);
  }

  private @Nullable Integer minEpochs() {
    return count(Key.PRUNER_MIN_EPOCHS, 1, DEFAULT_MIN_EPOCHS);
  }

  private @Nullable Integer reductionFactor() {
    return count(Key.PRUNER_REDUCTION_FACTOR, 2, DEFAULT_REDUCTION_FACTOR);
  }

  private @Nullable Integer count(Key key, int least, int fallback) {
    return section.read(key, fallback, value -> value.count(least));
  }
}
