package sweep4j.driver.cli;

import java.time.Duration;
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
  private int pruned;
  private int diverged;
  private int failed;
  private @Nullable String best;
  private double bestCost = Double.POSITIVE_INFINITY;
  private final long start = System.nanoTime();
  private int endedHere;

  Counts(Metric metric, int trials) {
    this.metric = metric;
    this.trials = trials;
  }

  /** A leg of a trial was handed out where {@code slots} can run at once; the others wait. */
  void started(int slots) {
    this.slots = slots;
    handedOut++;
  }

  void lost() {
    handedOut--;
  }

  /** A trial is about to be handed out again. */
  void handedBack() {
    handedOut--;
  }

  /** A trial has come to a rung, and runs no more until it goes on. */
  void paused() {
    handedOut--;
  }

  void ended(TrialRecord trial) {
    if (trial.result().state() != TrialState.PRUNED) {
      handedOut--;
    }
    endedHere++;
    known(trial);
  }

  /** Counts a trial that an earlier run has finished. */
  void known(TrialRecord trial) {
    ended++;
    if (trial.result().state() == TrialState.DIVERGED) {
      diverged++;
    } else if (trial.result().state() == TrialState.FAILED) {
      failed++;
    } else if (trial.result().state() == TrialState.PRUNED) {
      pruned++;
    }
    Measurement measurement = trial.result().measurement();
    double cost = trial.result().cost(metric.goal());
    // Repeats have each other rows, and the best of them means nothing.
    boolean compared = trial.request().repeat() == null;
    if (compared && measurement != null && cost < bestCost) {
      bestCost = cost;
      best = Sentences.objective(metric, trial, measurement);
    }
  }

  int ended() {
    return ended;
  }

  int trials() {
    return trials;
  }

  /**
   * As in {@code 0:01:20 left, best validation_loss 0.0512 (trial 17), 4 running, 1 diverged, 0
   * failed}: what matters most first, as a narrow terminal cuts the end off.
   */
  @Override
  public String toString() {
    return "%s%s%d running, %s%d diverged, %d failed"
        .formatted(
            left(),
            best == null ? "" : best + ", ",
            Math.min(handedOut, slots),
            pruned == 0 ? "" : pruned + " pruned, ",
            diverged,
            failed);
  }

  /** Time left if trials go on ending as fast as they have in this process. */
  private String left() {
    if (endedHere == 0 || ended == trials) {
      return "";
    }
    Duration left =
        Duration.ofNanos(System.nanoTime() - start)
            .dividedBy(endedHere)
            .multipliedBy(trials - ended);
    return "%d:%02d:%02d left, "
        .formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart());
  }
}
