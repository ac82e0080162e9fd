package sweep4j.driver.study;

import java.util.concurrent.CompletableFuture;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialRequest;

/** Runs trials somewhere. */
public interface TrialExecutor {

  /** How many trials can run at once now, at least 1. May change while a sweep runs. */
  int slots();

  /**
   * Starts a trial.
   *
   * @param costToBeat the trial's network is sent back if its cost is this or lower
   * @return what came of it. A trial that fails ends normally, with a result that says so; state
   *     LOST means that the place where it ran went away
   */
  CompletableFuture<TrialOutcome> submit(TrialRequest request, double costToBeat);
}
