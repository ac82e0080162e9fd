package sweep4j.driver.config;

import sweep4j.driver.search.PruningMethod;

/** Writes what {@link PrunerSection} reads, every default written out. */
final class PrunerText {

  private PrunerText() {}

  static String of(PruningMethod method) {
    String name = Choice.name(PrunerName.of(method));
    if (method instanceof PruningMethod.SuccessiveHalving halving) {
      return "{method: %s, reduction_factor: %d, min_epochs: %d, bracket_trials: %d}"
          .formatted(name, halving.reductionFactor(), halving.minEpochs(), halving.bracketTrials());
    }
    if (method instanceof PruningMethod.Hyperband hyperband) {
      return "{method: %s, reduction_factor: %d, min_epochs: %d}"
          .formatted(name, hyperband.reductionFactor(), hyperband.minEpochs());
    }
    if (method instanceof PruningMethod.Median median) {
      return "{method: %s, startup_trials: %d, warmup_epochs: %d, interval_epochs: %d}"
          .formatted(name, median.startupTrials(), median.warmupEpochs(), median.intervalEpochs());
    }
    return name;
  }
}
