package sweep4j.worker.training;

import sweep4j.trial.EarlyStopping;

/**
 * Follows a trial's own validation curve: which epoch is best, and when patience is at an end.
 *
 * <p>Worked example, patience 2 and min_delta 0.1:
 *
 * <pre>{@code
 * epoch      1     2     3     4
 * cost       1.00  0.95  0.80  0.79
 * improved   yes   yes   yes   yes     better than every epoch before: its weights are kept
 * waited     0     1     0     1       0.95 is not better than 1.00 by more than 0.1; 0.80 is
 * }</pre>
 *
 * Training would end after an epoch 5 that is not below 0.70.
 */
final class EarlyStoppingWatch {

  /**
   * All that a watch remembers.
   *
   * @param bestCost the lowest cost so far
   * @param costToBeat the watched cost that an epoch must be below by {@code min_delta} to count
   * @param bestEpoch the epoch of the lowest cost, from 1; 0 before the first
   * @param waited epochs in a row that did not count
   */
  record State(double bestCost, double costToBeat, int bestEpoch, int waited) {
    static final State AT_THE_START =
        new State(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0);
  }

  private final EarlyStopping rule;
  private double bestCost;
  private double costToBeat;
  private int bestEpoch;
  private int waited;

  /** A watch that goes on from {@code state}. */
  EarlyStoppingWatch(EarlyStopping rule, State state) {
    this.rule = rule;
    this.bestCost = state.bestCost();
    this.costToBeat = state.costToBeat();
    this.bestEpoch = state.bestEpoch();
    this.waited = state.waited();
  }

  State state() {
    return new State(bestCost, costToBeat, bestEpoch, waited);
  }

  /**
   * Takes in the result of an epoch.
   *
   * @param epoch from 1
   * @param cost the sweep's metric turned so that lower is better; finite
   * @param watched likewise the metric that early stopping watches
   * @return whether this epoch is the best so far, by {@code cost}
   */
  boolean improves(int epoch, double cost, double watched) {
    if (watched < costToBeat - rule.minDelta()) {
      costToBeat = watched;
      waited = 0;
    } else {
      waited++;
    }
    if (cost < bestCost) {
      bestCost = cost;
      bestEpoch = epoch;
      return true;
    }
    return false;
  }

  boolean patienceIsOver() {
    return waited >= rule.patience();
  }

  /** The best epoch, from 1; 0 before the first. */
  int bestEpoch() {
    return bestEpoch;
  }
}
