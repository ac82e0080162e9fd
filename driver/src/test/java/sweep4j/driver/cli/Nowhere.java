package sweep4j.driver.cli;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.study.TrialExecutor;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialOutcome;

/** For what must not train anything. */
record Nowhere() implements TrialExecutor {

  @Override
  public int slots() {
    return 1;
  }

  @Override
  public CompletableFuture<TrialOutcome> submit(
      Leg leg, byte @Nullable [] checkpoint, double costToBeat) {
    throw new AssertionError("trial %d is trained".formatted(leg.trial()));
  }

  @Override
  public void cancelAll() {}
}
