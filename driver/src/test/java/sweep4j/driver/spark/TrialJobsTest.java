package sweep4j.driver.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sweep4j.trial.EpochScore;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;

/** Jobs of trials, without training. */
@Timeout(600)
class TrialJobsTest {

  private static final int TIMES = 60;

  /** Longer than the test may take, but for an interrupt. */
  private static TrialOutcome sleep(
      Leg leg, byte @Nullable [] checkpoint, double costToBeat, Consumer<EpochScore> progress) {
    try {
      TimeUnit.MINUTES.sleep(30);
    } catch (InterruptedException e) {
      // As a training does that nobody wants any more.
      Thread.currentThread().interrupt();
    }
    return TrialOutcome.ended(
        TrialResult.withoutMeasurement(leg.trial(), TrialState.LOST, "stopped"), null);
  }

  /** Else it would hold its slot, of which the winner's test score has need, until it ends. */
  @Test
  void aTrialThatIsCancelledWhileItStartsIsCancelled() throws Exception {
    try (JavaSparkContext spark = SparkStart.start(new SparkRequest("test", "local[2]"));
        var jobs = new TrialJobs(spark, TrialJobsTest::sleep)) {
      for (int i = 0; i < TIMES; i++) {
        var trials = new ArrayList<CompletableFuture<TrialOutcome>>();
        for (int trial = 0; trial < 2; trial++) {
          var request = new TrialRequest(trial, 1, 7, Hyperparameters.defaults());
          trials.add(jobs.submit(new Leg(request, 0, 1), null, 0.0));
        }
        // From before Spark has the job until its task runs, on machines fast and slow.
        TimeUnit.MICROSECONDS.sleep(i * 1000L);
        jobs.cancelAll();
        for (CompletableFuture<TrialOutcome> trial : List.copyOf(trials)) {
          assertThat(trial.get(5, TimeUnit.MINUTES).result().state()).isEqualTo(TrialState.LOST);
        }
      }
    }
  }
}
