package sweep4j.driver.search;

import java.util.SplittableRandom;
import sweep4j.trial.Seeds;
import sweep4j.trial.Seeds.Stream;

/**
 * Learning curves by arithmetic. One trial of eight diverges, one of four stops early; costs are
 * rounded so that some are equal, as accuracies are.
 */
record VirtualTrials(long seed, int maxEpochs) {

  /** A trial's best cost in its first {@code epochs}; infinite once it has diverged. */
  double cost(int trial, int epochs) {
    SplittableRandom random = random(trial, 0);
    double floor = random.nextDouble();
    double pace = random.nextDouble(0.05, 1.0);
    boolean over = epochs >= ownEnd(trial);
    return over && diverges(trial)
        ? Double.POSITIVE_INFINITY
        : Math.round(100.0 * (floor + Math.exp(-pace * epochs))) / 100.0;
  }

  /** After how many epochs a trial ends that nobody prunes. */
  int ownEnd(int trial) {
    return diverges(trial) || random(trial, 2).nextInt(4) == 0
        ? random(trial, 3).nextInt(1, maxEpochs + 1)
        : maxEpochs;
  }

  private boolean diverges(int trial) {
    return random(trial, 1).nextInt(8) == 0;
  }

  private SplittableRandom random(int trial, int purpose) {
    return Seeds.random(seed, Stream.TRIAL, trial, purpose);
  }
}
