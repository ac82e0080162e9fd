package sweep4j.driver.spark;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.FutureAction;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.concurrent.Await;
import scala.concurrent.duration.Duration;
import scala.runtime.BoxedUnit;
import sweep4j.driver.study.TrialExecutor;
import sweep4j.driver.study.UnfitExecutorException;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;

/**
 * Runs each leg of a trial as a Spark job of one task. A single job of many tasks would let one
 * trial that kills its executor abort the others; with a job each, only the trials of a dead
 * executor are lost, and they come back as {@link TrialState#LOST}.
 */
public final class TrialJobs implements TrialExecutor, AutoCloseable {

  private static final String GROUP = "trials";
  private static final Seq<Object> FIRST_PARTITION =
      JavaConverters.asScalaBuffer(List.<Object>of(0)).toSeq();

  /**
   * Trials that wait for executors still to come, at most: each costs a thread, and a setting may
   * allow more executors than there are anywhere.
   */
  private static final int MOST_AHEAD = 256;

  private final JavaSparkContext spark;
  private final LegWork work;
  private final ClusterNews news = new ClusterNews();
  private final ExecutorService waiting;

  /**
   * How often all was cancelled. What Spark has not been given by then never begins; what it has
   * been given, it cancels.
   */
  private final AtomicInteger cancellations = new AtomicInteger();

  /** Jobs that do {@code work}. */
  public TrialJobs(JavaSparkContext spark, LegWork work) {
    this.spark = spark;
    this.work = work;
    var number = new AtomicInteger();
    // A thread waits for each job; the study bounds how many it hands out.
    this.waiting =
        Executors.newCachedThreadPool(
            task -> {
              var thread = new Thread(task, "trial-job-" + number.getAndIncrement());
              thread.setDaemon(true);
              return thread;
            });
    // The thread of Spark's own pages, which shows what this puts there; another would cost time.
    spark.sc().listenerBus().addToStatusQueue(news);
  }

  /**
   * What the executors that are there now have room for, by their cores, their GPUs and whatever
   * else a task asks for; an executor that is on its way out does not count.
   */
  @Override
  public int slots() {
    SparkContext context = spark.sc();
    return Math.max(
        1,
        context.maxNumConcurrentTasks(context.resourceProfileManager().defaultResourceProfile()));
  }

  /** With dynamic allocation, executors come because tasks wait. */
  @Override
  public int slotsOnDemand() {
    SparkConf conf = spark.sc().conf();
    if (!conf.getBoolean("spark.dynamicAllocation.enabled", false) || spark.isLocal()) {
      return slots();
    }
    long executors = conf.getInt("spark.dynamicAllocation.maxExecutors", Integer.MAX_VALUE);
    int each =
        spark.sc().resourceProfileManager().defaultResourceProfile().maxTasksPerExecutor(conf);
    int slots = slots();
    return (int) Math.max(slots, Math.min(executors * each, slots + MOST_AHEAD));
  }

  @Override
  public void tell(Watcher watcher) {
    news.tell(watcher);
  }

  @Override
  public CompletableFuture<TrialOutcome> submit(
      Leg leg, byte @Nullable [] checkpoint, double costToBeat) {
    int wantedBy = cancellations.get();
    return CompletableFuture.supplyAsync(() -> run(leg, checkpoint, costToBeat, wantedBy), waiting);
  }

  private TrialOutcome run(Leg leg, byte @Nullable [] checkpoint, double costToBeat, int wantedBy) {
    var name = JobName.of(GROUP, leg);
    name.set(spark);
    var progress = new EpochProgress();
    // A stage's own page says nowhere else which trial it is.
    spark.sc().register(progress, name.name());
    news.begins(leg, progress);
    // Not in the task itself, for which Spark has a limit.
    Broadcast<byte[]> sent = checkpoint == null ? null : spark.broadcast(checkpoint);
    try {
      var outcome = new AtomicReference<TrialOutcome>();
      FutureAction<TrialOutcome> job =
          start(leg, new TrialTask(work, sent, costToBeat, progress), outcome, wantedBy);
      return job == null ? lost(leg, "cancelled") : Await.result(job, Duration.Inf());
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException(
          "nobody waits for " + leg.request().inWords() + " any more", e);
    } catch (Exception e) {
      // The compiler cannot know that result() throws Scala's unchecked SparkException.
      if (e.getCause() instanceof UnfitExecutorException unfit) {
        throw unfit;
      }
      if (e instanceof SparkException && !spark.sc().isStopped()) {
        return lost(leg, reason(String.valueOf(e.getMessage())));
      }
      throw e;
    } finally {
      news.ended(progress);
      if (sent != null && !spark.sc().isStopped()) {
        sent.destroy();
      }
    }
  }

  /**
   * Gives a job to Spark, before or after all is cancelled, and not in the midst of it: Spark would
   * not know the job yet, and begin it thereafter.
   *
   * @param outcome is set before the job ends
   * @return null if it is not wanted any more
   */
  private synchronized @Nullable FutureAction<TrialOutcome> start(
      Leg leg, TrialTask task, AtomicReference<TrialOutcome> outcome, int wantedBy) {
    if (wantedBy != cancellations.get()) {
      return null;
    }
    return spark
        .sc()
        .submitJob(
            spark.parallelize(List.of(leg), 1).rdd(),
            task,
            FIRST_PARTITION,
            (partition, of) -> {
              outcome.set(of);
              return BoxedUnit.UNIT;
            },
            outcome::get);
  }

  @Override
  public synchronized void cancelAll() {
    cancellations.incrementAndGet();
    spark.sc().cancelJobGroup(GROUP);
  }

  /** Threads to wait for other jobs on. */
  ExecutorService threads() {
    return waiting;
  }

  private static TrialOutcome lost(Leg leg, String why) {
    return TrialOutcome.ended(
        TrialResult.withoutMeasurement(leg.trial(), TrialState.LOST, why), null);
  }

  /** Spark's reason without the names of its stages and the stack that follows. */
  static String reason(String message) {
    String first = message.lines().findFirst().orElse("");
    int reason = first.indexOf("most recent failure: ");
    return reason < 0 ? first : first.substring(reason + "most recent failure: ".length());
  }

  /** Waits for no job any more; Spark itself goes on. */
  @Override
  public void close() {
    waiting.shutdownNow();
    spark.sc().removeSparkListener(news);
  }
}
