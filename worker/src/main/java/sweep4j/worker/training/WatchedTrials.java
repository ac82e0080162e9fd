package sweep4j.worker.training;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Leg;
import sweep4j.trial.StopReason;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;
import sweep4j.worker.device.Device;
import sweep4j.worker.device.NativeRuntime;

/**
 * Runs each trial on a thread that can be left behind. A training that goes on from mini-batch to
 * mini-batch ends itself when its time is over, or when nobody wants it any more; one that hangs in
 * the midst of a mini-batch cannot, and Java has no way to stop it: its thread lasts as long as its
 * process, but its slot is free.
 */
public final class WatchedTrials {

  /** How long a trial may take to notice that its time is over. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** They are kept for the next trial, as ND4J keeps memory for each thread. */
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> {
            var thread = new Thread(task, "trial");
            thread.setDaemon(true);
            return thread;
          });

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
   * @param limit how long each may take; null for as long as it likes
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

  /**
   * As {@link TrialRunner#run(Leg, byte[], double)}, on the device that the calling thread is
   * attached to.
   */
  public TrialOutcome run(Leg leg, byte @Nullable [] checkpoint, double costToBeat) {
    // For people, who compare it with other clocks; how long it took is measured by none of them.
    Instant started = Instant.now();
    return watched(leg, checkpoint, costToBeat).startedAt(started);
  }

  private TrialOutcome watched(Leg leg, byte @Nullable [] checkpoint, double costToBeat) {
    var begun = new Begun(Thread.currentThread().getContextClassLoader(), NativeRuntime.attached());
    var task =
        new FutureTask<TrialOutcome>(
            () -> {
              begun.by(Thread.currentThread());
              return runner.run(leg, checkpoint, costToBeat);
            });
    THREADS.execute(task);
    Duration most = limit == null ? null : limit.plus(patience);
    try {
      return most == null ? task.get() : task.get(most.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      String where = begun.place();
      task.cancel(true);
      return ended(
          leg,
          TrialState.FAILED,
          StopReason.TRIAL_TIMEOUT,
          Objects.requireNonNull(most),
          hung(Objects.requireNonNull(limit), where));
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return ended(leg, TrialState.LOST, null, Duration.ZERO, "stopped from outside");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a runner of trials threw", e.getCause());
    }
  }

  /**
   * The thread that a trial has been given, which sees the classes that its caller sees, and
   * computes where its caller would.
   */
  private static final class Begun {
    private final @Nullable ClassLoader classes;
    private final Device device;
    private volatile @Nullable Thread thread;

    Begun(@Nullable ClassLoader classes, Device device) {
      this.classes = classes;
      this.device = device;
    }

    void by(Thread own) {
      own.setContextClassLoader(classes);
      NativeRuntime.attach(device);
      thread = own;
    }

    /** What it is doing. */
    String place() {
      Thread own = thread;
      StackTraceElement[] stack = own == null ? new StackTraceElement[0] : own.getStackTrace();
      return stack.length == 0 ? "no place" : stack[0].toString();
    }
  }

  private String hung(Duration limit, String where) {
    return "limits.trial_timeout: it hung, and was left behind %s after its %s were over, at %s"
        .formatted(TimeLimit.text(patience), TimeLimit.text(limit), where);
  }

  private TrialOutcome ended(
      Leg leg, TrialState state, @Nullable StopReason reason, Duration after, String error) {
    return TrialOutcome.ended(
        TrialResult.withoutMeasurement(
            leg.trial(),
            state,
            reason,
            leg.fromEpoch(),
            after.toNanos() / 1e9,
            executor,
            NativeRuntime.ready().device(),
            error),
        null);
  }
}
