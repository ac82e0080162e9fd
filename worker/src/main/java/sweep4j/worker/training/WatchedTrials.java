package sweep4j.worker.training;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;
import sweep4j.worker.device.NativeRuntime;

/**
 * Runs trials that have a time limit. A training that goes on from mini-batch to mini-batch ends
 * itself; one that hangs in the midst of a mini-batch cannot, so each has a thread of its own,
 * which is left behind when it does not end in time. Java has no way to stop it: it lasts as long
 * as its process, but its slot is free.
 */
public final class WatchedTrials {

  /** How long a trial may take to notice that its time is over. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** What runs a leg; a {@link TrialRunner} but in tests. */
  interface Legs {
    TrialOutcome run(Leg leg, byte @Nullable [] checkpoint, double costToBeat);
  }

  private final Legs runner;
  private final String executor;
  private final @Nullable Duration limit;
  private final Duration patience;

  /**
   * Trials of {@code runner}.
   *
   * @param executor name of the place, for the leaderboard
   * @param limit how long each may take; null for as long as it likes, on the calling thread
   */
  public WatchedTrials(TrialRunner runner, String executor, @Nullable Duration limit) {
    this(runner::run, executor, limit, PATIENCE);
  }

  /** As above, with another patience. */
  WatchedTrials(Legs runner, String executor, @Nullable Duration limit, Duration patience) {
    this.runner = runner;
    this.executor = executor;
    this.limit = limit;
    this.patience = patience;
  }

  /** As {@link TrialRunner#run(Leg, byte[], double)}. */
  public TrialOutcome run(Leg leg, byte @Nullable [] checkpoint, double costToBeat) {
    return limit == null
        ? runner.run(leg, checkpoint, costToBeat)
        : watched(leg, checkpoint, costToBeat, limit);
  }

  private TrialOutcome watched(
      Leg leg, byte @Nullable [] checkpoint, double costToBeat, Duration most) {
    var task = new FutureTask<TrialOutcome>(() -> runner.run(leg, checkpoint, costToBeat));
    var thread = new Thread(task, "trial-" + leg.trial());
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(most.plus(patience).toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      String where = place(thread);
      thread.interrupt();
      return ended(leg, TrialState.FAILED, most.plus(patience), hung(most, where));
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      return ended(leg, TrialState.LOST, Duration.ZERO, "stopped from outside");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a runner of trials threw", e.getCause());
    }
  }

  private String hung(Duration limit, String where) {
    return "limits.trial_timeout: it hung, and was left behind %s after its %s were over, at %s"
        .formatted(TimeLimit.text(patience), TimeLimit.text(limit), where);
  }

  /** What a thread is doing. */
  private static String place(Thread thread) {
    StackTraceElement[] stack = thread.getStackTrace();
    return stack.length == 0 ? "no place" : stack[0].toString();
  }

  private TrialOutcome ended(Leg leg, TrialState state, Duration after, String error) {
    return TrialOutcome.ended(
        new TrialResult(
            leg.trial(),
            state,
            null,
            null,
            leg.fromEpoch(),
            List.of(),
            after.toNanos() / 1e9,
            executor,
            NativeRuntime.ready().device(),
            1,
            error),
        null);
  }
}
