package sweep4j.driver.spark;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.deeplearning4j.nn.api.Model;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.study.TrialExecutor;
import sweep4j.trial.Leg;
import sweep4j.trial.Limits;
import sweep4j.trial.Score;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.Workload;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.training.ModelFile;

/**
 * A Spark of a sweep's own, which holds its data: it trains the trials, as {@link TrialJobs}, and
 * answers what is asked of the best of them.
 */
public final class SparkTrialExecutor implements TrialExecutor, AutoCloseable {

  private final JavaSparkContext spark;
  private final Broadcast<PreparedData> data;
  private final TrialJobs jobs;

  private final LostExecutors lost;

  private SparkTrialExecutor(
      JavaSparkContext spark, PreparedData data, Workload workload, Limits limits) {
    this.spark = spark;
    this.data = spark.broadcast(data);
    this.lost = new LostExecutors(spark, limits.maxAttempts());
    var training = new Training(this.data, spark.broadcast(workload), limits.trialTimeout());
    this.jobs = new TrialJobs(spark, training);
  }

  /**
   * Starts Spark as asked for; {@link #close} stops it.
   *
   * @throws SparkStartException when Spark cannot be started there
   */
  public static SparkTrialExecutor start(
      SparkRequest request, PreparedData data, Workload workload, Limits limits)
      throws SparkStartException {
    JavaSparkContext spark = SparkStart.start(request);
    try {
      return new SparkTrialExecutor(spark, data, workload, limits);
    } catch (RuntimeException e) {
      spark.close();
      throw e;
    }
  }

  /**
   * Has an executor load what trials need, before the first of them.
   *
   * @return its native build and processor; see {@link
   *     sweep4j.worker.device.NativeRuntime#provenance}
   * @throws IllegalStateException when no trial could run there, with the reason
   */
  public String preflight() {
    JobName.of("preflight").set(spark);
    try {
      return lost.outlast(
          () -> spark.parallelize(List.of(0), 1).map(new PreflightTask()).collect().get(0));
    } catch (Exception e) {
      // The compiler cannot know that collect() throws Scala's unchecked exceptions.
      throw new IllegalStateException(
          "the executors cannot run trials: " + TrialJobs.reason(String.valueOf(e.getMessage())),
          e);
    }
  }

  @Override
  public int slots() {
    return jobs.slots();
  }

  @Override
  public int slotsOnDemand() {
    return jobs.slotsOnDemand();
  }

  @Override
  public void tell(Watcher watcher) {
    jobs.tell(watcher);
  }

  @Override
  public CompletableFuture<TrialOutcome> submit(
      Leg leg, byte @Nullable [] checkpoint, double costToBeat) {
    return jobs.submit(leg, checkpoint, costToBeat);
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
    return lost.outlast(() -> new SplitEvaluation(spark, data).quality(network, split, slots()));
  }

  /**
   * How well a network does on a split, as trials are scored.
   *
   * @param name of the network, for Spark's own pages
   * @param model as a {@link TrialOutcome} carries it
   */
  public Score score(String name, byte[] model, Split split) {
    return new AnswerJobs(spark, data, lost).score(name, model, split);
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
        () -> new AnswerJobs(spark, data, lost).answers(name, model, split), jobs.threads());
  }

  @Override
  public void cancelAll() {
    jobs.cancelAll();
  }

  @Override
  public void close() {
    jobs.close();
    // Trials may still run, and Spark's parts would log each other's absence as they stop.
    spark.setLogLevel("OFF");
    // Frees the broadcasts too; to destroy them first would be work for a Spark that is going.
    spark.close();
  }
}
