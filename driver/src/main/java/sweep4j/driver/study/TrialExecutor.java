package sweep4j.driver.study;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.EpochScore;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialOutcome;

/** Runs trials somewhere. */
public interface TrialExecutor {

  /** Hears, on any thread, of what happens while trials run. */
  interface Watcher {

    /** {@link #slots} may answer something else than before. */
    void slotsChanged();

    /** A leg has come so far, and goes on. Not all of its epochs need be told of. */
    void epochEnded(Leg leg, EpochScore score);
  }

  /** How many trials can run at once now, at least 1. May change while a sweep runs. */
  int slots();

  /**
   * How many trials this can be expected to make room for if it is asked to run them, at least
   * {@link #slots}: more where machines come because trials wait.
   */
  default int slotsOnDemand() {
    return slots();
  }

  /** Has {@code watcher} told from now on, and nobody who was before. */
  default void tell(Watcher watcher) {}

  /**
   * Starts a leg of a trial.
   *
   * @param checkpoint where the leg begins; null to begin with the first epoch
   * @param costToBeat the trial's network is sent back if its cost is this or lower
   * @return what came of it. A trial that fails ends normally, with a result that says so; state
   *     LOST means that the place where it ran went away, and {@link TrialOutcome#isHandedBack}
   *     that it is about to. Fails with {@link UnfitExecutorException} where no trial could run at
   *     all
   */
  CompletableFuture<TrialOutcome> submit(Leg leg, byte @Nullable [] checkpoint, double costToBeat);

  /** Stops every leg that waits or runs. Nobody cares any more what comes of them. */
  void cancelAll();
}
