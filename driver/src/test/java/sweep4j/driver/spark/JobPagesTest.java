package sweep4j.driver.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import sweep4j.driver.study.TrialExecutor;
import sweep4j.trial.EpochScore;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Leg;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;

/** What Spark itself shows and says of trials' jobs. */
class JobPagesTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Lets the trial of the test end; a task of a local master runs in this process. */
  private static final CountDownLatch SEEN = new CountDownLatch(1);

  /** The default number of partitions, which users set for other work, says nothing of slots. */
  @Test
  void slotsAreWhatCanRunAtOnce() {
    SparkConf conf =
        conf("local[4]").set("spark.task.cpus", "2").set("spark.default.parallelism", "16");
    try (var spark = new JavaSparkContext(conf);
        var jobs = new TrialJobs(spark, (leg, checkpoint, cost, progress) -> lost(leg))) {
      assertThat(jobs.slots()).isEqualTo(2);
      assertThat(jobs.slotsOnDemand()).isEqualTo(2);
    }
  }

  /** Pages that say {@code runJob at TrialJobs.java:97} of each trial tell nobody anything. */
  @Test
  void sparksPagesNameATrialAndShowHowFarItIs() throws Exception {
    SparkConf conf =
        conf("local[1]")
            .set("spark.ui.enabled", "true")
            .set("spark.ui.port", "0")
            .set("spark.executor.heartbeatInterval", "100ms");
    var heard = new CompletableFuture<EpochScore>();
    var score = new EpochScore(5, 0.03125, 4, 0.0301);
    try (var spark = new JavaSparkContext(conf);
        var jobs =
            new TrialJobs(
                spark,
                (leg, checkpoint, cost, progress) -> {
                  progress.accept(new EpochScore(5, 0.03125, 4, 0.0301));
                  await(SEEN);
                  return lost(leg);
                })) {
      jobs.tell(
          new TrialExecutor.Watcher() {
            @Override
            public void slotsChanged() {}

            @Override
            public void epochEnded(Leg leg, EpochScore told) {
              heard.complete(told);
            }
          });
      CompletableFuture<TrialOutcome> trial = jobs.submit(leg(), null, Double.POSITIVE_INFINITY);
      try {
        String pages = spark.sc().uiWebUrl().get() + "/api/v1/applications/";
        String application = pages + spark.sc().applicationId();
        String stage = awaitText(application + "/stages?status=active", score.toString());
        assertThat(stage)
            .contains("\"name\" : \"trial 12, round 2, epochs 4 to 9\"")
            .contains("\"description\" : \"trial 12, round 2: learning_rate 0.01235\"")
            .contains("\"value\" : \"epoch 5: objective 0.03125, best 0.03010 at epoch 4\"");
        assertThat(awaitText(application + "/jobs", "RUNNING"))
            .contains("\"jobGroup\" : \"trials\"")
            .contains("\"description\" : \"trial 12, round 2: learning_rate 0.01235\"");
        assertThat(heard.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(score);
      } finally {
        SEEN.countDown();
      }
      assertThat(trial.get().result().error()).isEqualTo("as wanted");
    }
  }

  private static Leg leg() {
    var rate = new Hyperparameters(Map.of(Hyperparameter.LEARNING_RATE, new Real(0.012345678)));
    return new Leg(new TrialRequest(12, 2, 7, rate), 3, 9);
  }

  private static SparkConf conf(String master) {
    var conf =
        new SparkConf().setMaster(master).setAppName("test").set("spark.ui.enabled", "false");
    OneMachine.keepToItself(conf, Map.of());
    return conf;
  }

  private static TrialOutcome lost(Leg leg) {
    return TrialOutcome.ended(
        TrialResult.withoutMeasurement(leg.trial(), TrialState.LOST, "as wanted"), null);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What {@code url} answers as soon as it holds {@code text}. */
  private static String awaitText(String url, String text) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    String answer = "";
    while (!answer.contains(text)) {
      assertThat(System.nanoTime()).as(answer).isLessThan(end);
      Thread.sleep(100);
      answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
    return answer;
  }
}
