package sweep4j.driver.study;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialOutcome;

/** Runs trials somewhere. */
public interface TrialExecutor {

  /** How many trials can run at once now, at least 1. May change while a sweep runs. */
  int slots();

  /**
   * Starts a leg of a trial.
   *
   * @param checkpoint where the leg begins; null to begin with the first epoch
   * @param costToBeat the trial's network is sent back if its cost is this or lower
   * @return what came of it. A trial that fails ends normally, with a result that says so; state
   *     LOST means that the place where it ran went away
   */
  CompletableFuture<TrialOutcome> submit(Leg leg, byte @Nullable [] checkpoint, double costToBeat);

  /** Stops every leg that waits or runs. Nobody cares any more what comes of them. */
  void cancelAll();
}
