package sweep4j.driver.cli;

import org.jspecify.annotations.Nullable;
import sweep4j.trial.Measurement;
import sweep4j.trial.Metric;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialState;

/** How far a sweep is: trials by state, and the best objective so far. */
final class Counts {

  private final Metric metric;
  private final int trials;
  private int handedOut;
  private int slots;
  private int ended;
  private int diverged;
  private int failed;
  private @Nullable String best;
  private double bestCost = Double.POSITIVE_INFINITY;

  Counts(Metric metric, int trials) {
    this.metric = metric;
    this.trials = trials;
  }

  /** A trial was handed out where {@code slots} can run at once; the others wait. */
  void started(int slots) {
    this.slots = slots;
    handedOut++;
  }

  void lost() {
    handedOut--;
  }

  void ended(TrialRecord trial) {
    handedOut--;
    known(trial);
  }

  /** Counts a trial that an earlier run has finished. */
  void known(TrialRecord trial) {
    ended++;
    if (trial.result().state() == TrialState.DIVERGED) {
      diverged++;
    } else if (trial.result().state() == TrialState.FAILED) {
      failed++;
    }
    Measurement measurement = trial.result().measurement();
    if (measurement != null && metric.goal().cost(measurement.objective()) < bestCost) {
      bestCost = metric.goal().cost(measurement.objective());
      best = Sentences.objective(metric, trial, measurement);
    }
  }

  int ended() {
    return ended;
  }

  int trials() {
    return trials;
  }

  /** As in {@code 4 running, 1 diverged, 0 failed, best validation_loss 0.0512 (trial 17)}. */
  @Override
  public String toString() {
    return "%d running, %d diverged, %d failed%s"
        .formatted(Math.min(handedOut, slots), diverged, failed, best == null ? "" : ", " + best);
  }
}
