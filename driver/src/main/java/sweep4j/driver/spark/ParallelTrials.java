package sweep4j.driver.spark;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.study.TrialExecutor;
import sweep4j.trial.DataParallel;
import sweep4j.trial.EpochScore;
import sweep4j.trial.Fold;
import sweep4j.trial.Leg;
import sweep4j.trial.Repeat;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;
import sweep4j.trial.Workload;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.training.Attendant;
import sweep4j.worker.training.TrialRunner;
import sweep4j.worker.training.WatchedTrials;

/**
 * Trains each trial in several places at once. The trial itself runs in the driver, as any other
 * does on its executor: only its epochs are Spark's. So as many run at once as have their workers
 * in the slots, and each is scored in the driver.
 */
final class ParallelTrials implements TrialExecutor {

  private static final String GROUP = "trials";

  /** What a trial's network is averaged over. */
  interface Trainers {
    /**
     * A trainer.
     *
     * @param leftOut of the training rows; null for nothing
     */
    AveragingTrainer trainer(JobName name, @Nullable Fold leftOut);
  }

  private final JavaSparkContext spark;
  private final TrialExecutor slots;
  private final Executor threads;
  private final PreparedData data;
  private final Workload workload;
  private final DataParallel how;
  private final Trainers trainers;
  private final @Nullable Duration limit;

  /** The legs that run, each with its thread. */
  private final Set<Thread> running = new HashSet<>();

  private int cancellations;
  private @Nullable Watcher watcher;

  /**
   * Trials of a sweep.
   *
   * @param slots knows how many there are
   * @param threads to run trials on
   * @param limit how long a trial may train; null for no limit
   */
  ParallelTrials(
      JavaSparkContext spark,
      TrialExecutor slots,
      Executor threads,
      PreparedData data,
      Workload workload,
      DataParallel how,
      Trainers trainers,
      @Nullable Duration limit) {
    this.spark = spark;
    this.slots = slots;
    this.threads = threads;
    this.data = data;
    this.workload = workload;
    this.how = how;
    this.trainers = trainers;
    this.limit = limit;
  }

  @Override
  public int slots() {
    return trials(slots.slots());
  }

  @Override
  public int slotsOnDemand() {
    return trials(slots.slotsOnDemand());
  }

  private int trials(int places) {
    return Math.max(1, places / how.workers());
  }

  @Override
  public void tell(Watcher next) {
    synchronized (this) {
      watcher = next;
    }
    slots.tell(next);
  }

  @Override
  public CompletableFuture<TrialOutcome> submit(
      Leg leg, byte @Nullable [] checkpoint, double costToBeat) {
    int wantedBy = cancellations();
    return CompletableFuture.supplyAsync(
        () -> {
          if (!begin(wantedBy)) {
            return lost(leg);
          }
          try {
            TrialOutcome outcome = run(leg, checkpoint, costToBeat);
            return wantedBy == cancellations() ? outcome : lost(leg);
          } finally {
            end();
          }
        },
        threads);
  }

  private synchronized int cancellations() {
    return cancellations;
  }

  /** Waits until there is room; returns whether the leg is still wanted then. */
  private synchronized boolean begin(int wantedBy) {
    while (wantedBy == cancellations && running.size() >= slots()) {
      try {
        // More executors come without a word here.
        wait(1000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return wantedBy == cancellations && running.add(Thread.currentThread());
  }

  private synchronized void end() {
    running.remove(Thread.currentThread());
    notifyAll();
  }

  private TrialOutcome run(Leg leg, byte @Nullable [] checkpoint, double costToBeat) {
    String place = how.workers() + " workers";
    var attendant =
        new Attendant() {
          @Override
          public void epochEnded(EpochScore score) {
            Watcher told = watcher();
            if (told != null) {
              told.epochEnded(leg, score);
            }
          }
        };
    Repeat repeat = leg.request().repeat();
    AveragingTrainer trainer =
        trainers.trainer(JobName.of(GROUP, leg), repeat == null ? null : repeat.fold());
    var runner = new TrialRunner(data, workload, place, limit, attendant, trainer);
    return new WatchedTrials(runner, place, limit).run(leg, checkpoint, costToBeat);
  }

  private synchronized @Nullable Watcher watcher() {
    return watcher;
  }

  private static TrialOutcome lost(Leg leg) {
    return TrialOutcome.ended(
        TrialResult.withoutMeasurement(leg.trial(), TrialState.LOST, "cancelled"), null);
  }

  @Override
  public synchronized void cancelAll() {
    cancellations++;
    running.forEach(Thread::interrupt);
    notifyAll();
    spark.sc().cancelJobGroup(GROUP);
  }
}
