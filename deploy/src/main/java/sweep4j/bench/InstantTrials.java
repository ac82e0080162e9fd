package sweep4j.bench;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.study.TrialExecutor;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialOutcome;

/** Trials that end at once. Looks at the clock and at the heap when asked for the first. */
final class InstantTrials implements TrialExecutor {

  private final int slots;
  private long firstAsked;
  private long heldBytes;

  InstantTrials(int slots) {
    this.slots = slots;
  }

  @Override
  public int slots() {
    return slots;
  }

  @Override
  public CompletableFuture<TrialOutcome> submit(
      Leg leg, byte @Nullable [] checkpoint, double costToBeat) {
    if (firstAsked == 0) {
      firstAsked = System.nanoTime();
      System.gc();
      heldBytes = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
    return CompletableFuture.completedFuture(
        TrialOutcome.ended(SleepingTrials.result(leg, 1.0), null));
  }

  @Override
  public void cancelAll() {}

  /** When the first trial was asked for, by {@link System#nanoTime}. */
  long firstAsked() {
    return firstAsked;
  }

  /** Heap in use then, garbage left out. */
  long heldBytes() {
    return heldBytes;
  }
}
