package sweep4j.driver.cli;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Measurement;
import sweep4j.trial.Metric;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialState;

/**
 * How far a sweep is: trials by state, and the best objective so far. May be asked from any thread.
 */
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
  synchronized void started(int slots) {
    this.slots = slots;
    handedOut++;
  }

  synchronized void lost() {
    handedOut--;
  }

  /** A trial is about to be handed out again. */
  synchronized void handedBack() {
    handedOut--;
  }

  /** A trial has come to a rung, and runs no more until it goes on. */
  synchronized void paused() {
    handedOut--;
  }

  synchronized void ended(TrialRecord trial) {
    if (trial.result().state() != TrialState.PRUNED) {
      handedOut--;
    }
    endedHere++;
    known(trial);
  }

  /** Counts a trial that an earlier run has finished. */
  synchronized void known(TrialRecord trial) {
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

  synchronized int ended() {
    return ended;
  }

  int trials() {
    return trials;
  }

  /**
   * As in {@code 0:01:20 left, 6.3/min, best validation_loss 0.0512 (trial 17), 4 running, 1
   * diverged, 0 failed}.
   */
  @Override
  public synchronized String toString() {
    return Stream.concat(Stream.of(left(), rate()), parts().stream())
        .filter(each -> !each.isEmpty())
        .collect(joining(", "));
  }

  /**
   * What came out so far: what matters most first, as a narrow terminal has no room for the end.
   */
  synchronized List<String> parts() {
    var parts = new ArrayList<String>();
    if (best != null) {
      parts.add(best);
    }
    parts.add(Math.min(handedOut, slots) + " running");
    if (pruned > 0) {
      parts.add(pruned + " pruned");
    }
    parts.add(diverged + " diverged");
    parts.add(failed + " failed");
    return parts;
  }

  /** Time left if trials go on ending as fast as they have in this process; empty if unknown. */
  synchronized String left() {
    if (endedHere == 0 || ended == trials) {
      return "";
    }
    Duration left = passed().dividedBy(endedHere).multipliedBy(trials - ended);
    return "%d:%02d:%02d left"
        .formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart());
  }

  /** How many trials end in a minute, or in an hour where that is less than one. */
  synchronized String rate() {
    if (endedHere == 0 || ended == trials) {
      return "";
    }
    double perMinute = endedHere / Math.max(1e-3, passed().toNanos() / 60e9);
    return perMinute >= 1
        ? String.format(Locale.ROOT, "%.3g/min", perMinute)
        : String.format(Locale.ROOT, "%.3g/h", 60 * perMinute);
  }

  private Duration passed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
