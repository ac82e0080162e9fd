package sweep4j.driver.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.spark.SparkRequest;
import sweep4j.driver.spark.SparkStartException;
import sweep4j.driver.spark.SparkTrialExecutor;
import sweep4j.driver.spark.SweepData;
import sweep4j.trial.Leg;
import sweep4j.trial.Limits;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialResult;
import sweep4j.trial.Workload;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.training.Attendant;
import sweep4j.worker.training.TrialRunner;
import sweep4j.worker.training.WatchedTrials;

/**
 * Trains what a sweep has trained once more, one after the other and on this machine: in this
 * thread, or by a Spark of its own what several workers train at once.
 */
final class Rerun {

  /** The name of the place. */
  private static final String HERE = "here";

  private final SweepDefinition sweep;
  private final PreparedData data;
  private final List<String> jars;
  private final Workload workload;

  /**
   * Of trials and repeats of {@code sweep}.
   *
   * @param jars that they need besides ours, as full paths
   */
  Rerun(SweepDefinition sweep, PreparedData data, List<String> jars) {
    this.sweep = sweep;
    this.data = data;
    this.jars = List.copyOf(jars);
    this.workload = Reproduction.timeless(sweep.workload());
  }

  /** Where they train. */
  static String master() {
    return "local[%d]".formatted(Runtime.getRuntime().availableProcessors());
  }

  /** Trains as {@code ended} was, as far as it can be compared, and compares. */
  Reproduction run(TrialRecord ended) throws SparkStartException, InterruptedException {
    boolean timed = Reproduction.Ending.of(ended.result()) == Reproduction.Ending.TIMEOUT;
    Duration limit = timed ? sweep.limits().trialTimeout() : null;
    Leg leg = Reproduction.leg(ended, workload.maxEpochs());
    TrialResult again = workload.dataParallel() == null ? here(leg, limit) : bySpark(leg, limit);
    return Reproduction.of(ended.result(), again);
  }

  private TrialResult here(Leg leg, @Nullable Duration limit) {
    var runner = new TrialRunner(data, workload, HERE, limit, Attendant.NOBODY);
    return new WatchedTrials(runner, HERE, limit).run(leg, null, Double.NEGATIVE_INFINITY).result();
  }

  /** A Spark for each, as it knows one limit. How many slots it has is no matter. */
  private TrialResult bySpark(Leg leg, @Nullable Duration limit)
      throws SparkStartException, InterruptedException {
    var request = new SparkRequest(sweep.name(), master(), jars, sweep.resources());
    try (var executor =
        SparkTrialExecutor.start(
            request,
            new SweepData(data, sweep.data(), sweep.seed(), sweep.delivery()),
            workload,
            new Limits(1, null, null, limit))) {
      return executor.submit(leg, null, Double.NEGATIVE_INFINITY).get().result();
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "%s could not be trained again".formatted(leg.request().inWords()), e.getCause());
    }
  }
}
