package sweep4j.driver.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.deeplearning4j.nn.api.Model;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.study.TrialExecutor;
import sweep4j.driver.study.UnfitExecutorException;
import sweep4j.trial.DataParallel;
import sweep4j.trial.Fold;
import sweep4j.trial.Leg;
import sweep4j.trial.Limits;
import sweep4j.trial.RefitOutcome;
import sweep4j.trial.RefitRequest;
import sweep4j.trial.RefitRows;
import sweep4j.trial.Resources;
import sweep4j.trial.Score;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.Workload;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.training.ModelFile;
import sweep4j.worker.training.Refit;

/**
 * A Spark of a sweep's own, which holds its data: it trains the trials, as {@link TrialJobs}, and
 * answers what is asked of the best of them.
 */
public final class SparkTrialExecutor implements TrialExecutor, AutoCloseable {

  private final JavaSparkContext spark;
  private final PreparedData data;
  private final DeliveryChoice delivery;
  private final DataSupply supply;
  private final Broadcast<Workload> workload;
  private final TrialJobs jobs;

  /** By the jobs, or by averaging. */
  private final TrialExecutor trials;

  private final LostExecutors lost;
  private final Resources resources;
  private final List<String> remarks;

  private SparkTrialExecutor(
      JavaSparkContext spark,
      SweepData data,
      Workload workload,
      Limits limits,
      Resources resources,
      List<String> remarks) {
    this.spark = spark;
    this.resources = resources;
    this.remarks = List.copyOf(remarks);
    this.data = data.prepared();
    this.delivery = DeliveryChoice.of(data, spark.getConf(), Runtime.getRuntime().maxMemory());
    this.supply = delivery.supply(spark, data);
    this.lost = new LostExecutors(spark, limits.maxAttempts());
    this.workload = spark.broadcast(workload);
    var training = new Training(supply, this.workload, limits.trialTimeout());
    this.jobs = new TrialJobs(spark, training);
    DataParallel how = workload.dataParallel();
    this.trials =
        how == null
            ? jobs
            : new ParallelTrials(
                spark,
                jobs,
                jobs.threads(),
                this.data,
                workload,
                how,
                (name, leftOut) -> averaging(RefitRows.TRAIN, leftOut, how, name),
                limits.trialTimeout());
  }

  /**
   * Starts Spark as asked for; {@link #close} stops it.
   *
   * @throws SparkStartException when Spark cannot be started there
   */
  public static SparkTrialExecutor start(
      SparkRequest request, SweepData data, Workload workload, Limits limits)
      throws SparkStartException {
    var remarks = new ArrayList<String>();
    JavaSparkContext spark = SparkStart.start(SparkStart.settings(request, remarks));
    try {
      return new SparkTrialExecutor(spark, data, workload, limits, request.resources(), remarks);
    } catch (RuntimeException e) {
      spark.close();
      throw e;
    }
  }

  /** How executors come by the data, in words; empty where nothing needs to be said. */
  public String delivery() {
    return delivery.inWords();
  }

  /** What the user should know of how Spark was started, in lines. */
  public List<String> remarks() {
    return remarks;
  }

  /** Whether there is an executor now. */
  public boolean hasExecutors() {
    // The driver counts as one, and on a local master is the only one.
    return spark.isLocal() || spark.sc().statusTracker().getExecutorInfos().length > 1;
  }

  /**
   * Has executors load what trials need, before the first of them.
   *
   * @throws UnfitExecutorException when one of them can run no trial for want of the data
   * @throws SparkStartException when the GPUs of one of them will not do
   * @throws IllegalStateException when no trial could run there for another reason
   */
  public Preflight preflight() throws SparkStartException {
    Preflight found = runPreflight();
    if (found.problem() != null) {
      throw new SparkStartException("resources.gpu: " + found.problem());
    }
    return found;
  }

  private Preflight runPreflight() {
    JobName.of("preflight").set(spark);
    try {
      int slots = jobs.slots();
      Preflight found = preflight(slots);
      // More executors may have come while the first ones loaded.
      while (slots < jobs.slots()) {
        slots = jobs.slots();
        found = preflight(slots);
      }
      return found;
    } catch (UnfitExecutorException e) {
      throw e;
    } catch (Exception e) {
      // The compiler cannot know that collect() throws Scala's unchecked exceptions.
      throw new IllegalStateException(
          "the executors cannot run trials: " + TrialJobs.reason(String.valueOf(e.getMessage())),
          e);
    }
  }

  /**
   * One task for each slot: as each takes as long as its executor loads, all executors get some.
   */
  private Preflight preflight(int slots) {
    List<Integer> tasks = IntStream.range(0, slots).boxed().toList();
    var task = new PreflightTask(supply, resources);
    return Preflight.all(lost.outlast(() -> spark.parallelize(tasks, slots).map(task).collect()));
  }

  @Override
  public int slots() {
    return Math.min(trials.slots(), LocalGpus.places().orElse(Integer.MAX_VALUE));
  }

  @Override
  public int slotsOnDemand() {
    return trials.slotsOnDemand();
  }

  @Override
  public void tell(Watcher watcher) {
    trials.tell(watcher);
  }

  @Override
  public CompletableFuture<TrialOutcome> submit(
      Leg leg, byte @Nullable [] checkpoint, double costToBeat) {
    return trials.submit(leg, checkpoint, costToBeat);
  }

  /**
   * How well a network does on a split: accuracy, or root mean squared error in the label's own
   * unit. The same bits at any number of slots.
   *
   * @param name of the network, for Spark's own pages
   * @param model as a {@link TrialOutcome} carries it
   */
  public double quality(String name, byte[] model, Split split) throws IOException {
    JobName.of("%s score of %s".formatted(split.inWords(), name)).set(spark);
    NativeRuntime.ready();
    Model network = ModelFile.read(model).model();
    return lost.outlast(
        () -> new SplitEvaluation(spark, data, supply).quality(network, split, jobs.slots()));
  }

  /**
   * How well a network does on a split, as trials are scored.
   *
   * @param name of the network, for Spark's own pages
   * @param model as a {@link TrialOutcome} carries it
   */
  public Score score(String name, byte[] model, Split split) {
    return new AnswerJobs(spark, supply, lost).score(name, model, split);
  }

  /**
   * What a network answers to each row of a split, as {@link
   * sweep4j.worker.training.Answering#logits} says.
   *
   * @param name of the network, for Spark's own pages
   * @param model as a {@link TrialOutcome} carries it
   * @return fails once an executor went away as often as a trial's may
   */
  public CompletableFuture<float[]> answers(String name, byte[] model, Split split) {
    return CompletableFuture.supplyAsync(
        () -> new AnswerJobs(spark, supply, lost).answers(name, model, split), jobs.threads());
  }

  /**
   * Trains a configuration for a fixed number of epochs, on one slot or on several at once.
   *
   * @param dataParallel how on several; null for one
   * @return fails once an executor went away as often as a trial's may
   */
  public CompletableFuture<RefitOutcome> refit(
      RefitRequest request, @Nullable DataParallel dataParallel) {
    return CompletableFuture.supplyAsync(
        () -> {
          if (dataParallel == null) {
            JobName.of("refit").set(spark);
            return lost.outlast(
                () ->
                    spark
                        .parallelize(List.of(request), 1)
                        .map(new RefitTask(supply, workload))
                        .collect()
                        .get(0));
          }
          var name = JobName.of("refit with %d workers".formatted(dataParallel.workers()));
          return Refit.run(
              data, workload.value(), request, averaging(request.rows(), null, dataParallel, name));
        },
        jobs.threads());
  }

  private AveragingTrainer averaging(
      RefitRows rows, @Nullable Fold leftOut, DataParallel how, JobName name) {
    return new AveragingTrainer(spark, lost, supply, workload, rows, leftOut, how, name);
  }

  @Override
  public void cancelAll() {
    trials.cancelAll();
  }

  @Override
  public void close() {
    jobs.close();
    // Trials may still run, and Spark's parts would log each other's absence as they stop.
    spark.setLogLevel("OFF");
    // Frees the broadcasts too; to destroy them first would be work for a Spark that is going.
    spark.close();
    supply.release();
  }
}
