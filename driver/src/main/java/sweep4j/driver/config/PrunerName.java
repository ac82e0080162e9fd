package sweep4j.driver.config;

import java.util.Set;
import sweep4j.driver.search.PruningMethod;

/** The pruners by name, each with the keys of its settings. */
enum PrunerName {
  NONE("1"),
  SUCCESSIVE_HALVING(
      "one more than min_epochs",
      Key.PRUNER_REDUCTION_FACTOR,
      Key.PRUNER_MIN_EPOCHS,
      Key.PRUNER_BRACKET_TRIALS),
  HYPERBAND(
      "min_epochs times reduction_factor", Key.PRUNER_REDUCTION_FACTOR, Key.PRUNER_MIN_EPOCHS),
  MEDIAN(
      "one more than warmup_epochs and interval_epochs together",
      Key.PRUNER_STARTUP_TRIALS,
      Key.PRUNER_WARMUP_EPOCHS,
      Key.PRUNER_INTERVAL_EPOCHS);

  private final String leastMaxEpochs;
  private final Set<Key> settings;

  PrunerName(String leastMaxEpochs, Key... settings) {
    this.leastMaxEpochs = leastMaxEpochs;
    this.settings = Set.of(settings);
  }

  /** How {@link PruningMethod#leastMaxEpochs} follows from the settings, in their words. */
  String leastMaxEpochs() {
    return leastMaxEpochs;
  }

  Set<Key> settings() {
    return settings;
  }

  boolean has(Key setting) {
    return settings.contains(setting);
  }

  static PrunerName of(PruningMethod method) {
    if (method instanceof PruningMethod.None) {
      return NONE;
    }
    if (method instanceof PruningMethod.SuccessiveHalving) {
      return SUCCESSIVE_HALVING;
    }
    return method instanceof PruningMethod.Hyperband ? HYPERBAND : MEDIAN;
  }
}
