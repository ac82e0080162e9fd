package sweep4j.worker.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.EarlyStopping;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Leg;
import sweep4j.trial.Metric;
import sweep4j.trial.ModelType;
import sweep4j.trial.Scale;
import sweep4j.trial.StopReason;
import sweep4j.trial.Task;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;
import sweep4j.trial.Workload;
import sweep4j.worker.data.DataLoader;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.data.SourceOpener;

/** Trials that take too long, or that nobody wants any more. */
@Timeout(120)
class TimeLimitTest {

  private static final int MANY_EPOCHS = 1_000_000;
  private static PreparedData data;

  /** Holds what hangs; opened when a test is over, so that no thread stays. */
  private final CountDownLatch over = new CountDownLatch(1);

  @BeforeAll
  static void load() throws Exception {
    data =
        DataLoader.load(
            new DataSettings(
                new DataSource.Csv("../sweeps/data/breast_cancer.csv", "diagnosis"),
                Task.CLASSIFICATION,
                new HeldOut.Share(0.2),
                new HeldOut.Share(0.2),
                Scale.STANDARDIZE),
            42,
            SourceOpener.local());
  }

  @AfterEach
  void release() {
    over.countDown();
  }

  private static TrialRunner runner(int epochs, @Nullable Duration limit) {
    var workload =
        new Workload(
            new ModelType.Mlp(),
            Hyperparameters.defaults(),
            epochs,
            new EarlyStopping(MANY_EPOCHS, 0.0),
            Metric.VALIDATION_LOSS);
    return new TrialRunner(data, workload, "here", limit, Attendant.NOBODY);
  }

  private static Leg leg(int epochs) {
    return new Leg(new TrialRequest(3, 1, 99, Hyperparameters.defaults()), 0, epochs);
  }

  @Test
  void aTrialThatTakesTooLongHasFailedWithWhatItHad() {
    TrialResult result =
        runner(MANY_EPOCHS, Duration.ofMillis(1500)).run(leg(MANY_EPOCHS), null, 0).result();

    assertThat(result.state()).isEqualTo(TrialState.FAILED);
    assertThat(result.stopReason()).isEqualTo(StopReason.TRIAL_TIMEOUT);
    assertThat(result.error())
        .matches("limits\\.trial_timeout: not finished after 1\\.5 s, in epoch \\d+");
    assertThat(result.epochs()).isPositive();
    assertThat(result.curve()).isNotEmpty();
    assertThat(result.seconds()).isBetween(1.5, 20.0);
  }

  /** A thread of its own must not have other numbers. */
  @Test
  void aLimitThatIsKeptChangesNoBit() {
    TrialOutcome free = runner(5, null).run(leg(5), null, Double.POSITIVE_INFINITY);
    Duration hour = Duration.ofHours(1);
    TrialOutcome watched =
        new WatchedTrials(runner(5, hour), "here", hour)
            .run(leg(5), null, Double.POSITIVE_INFINITY);

    assertThat(watched.result().started()).isNotNull();
    assertThat(watched.result().measurement()).isEqualTo(free.result().measurement());
    assertThat(watched.result().curve()).isEqualTo(free.result().curve());
    assertThat(watched.model()).isEqualTo(Objects.requireNonNull(free.model()));
  }

  @Test
  void anInterruptedTrialIsLostAndNoResult() throws Exception {
    var task = new FutureTask<>(() -> runner(MANY_EPOCHS, null).run(leg(MANY_EPOCHS), null, 0));
    var thread = new Thread(task);
    thread.start();
    Thread.sleep(500);
    thread.interrupt();

    TrialResult result = task.get(30, TimeUnit.SECONDS).result();
    assertThat(result.state()).isEqualTo(TrialState.LOST);
    assertThat(result.error()).isEqualTo("stopped from outside");
  }

  @Test
  void aTrialThatHangsIsLeftBehind() {
    var watched = watched(Duration.ofMillis(100));

    TrialResult result = watched.run(leg(5), null, 0).result();

    assertThat(result.state()).isEqualTo(TrialState.FAILED);
    assertThat(result.stopReason()).isEqualTo(StopReason.TRIAL_TIMEOUT);
    assertThat(result.error())
        .startsWith(
            "limits.trial_timeout: it hung, and was left behind 0.2 s after its 0.1 s were over,"
                + " at ")
        .endsWith(")");
  }

  @Test
  void aWatchedTrialThatNobodyWantsIsLost() throws Exception {
    var task = new FutureTask<>(() -> watched(Duration.ofHours(1)).run(leg(5), null, 0));
    var thread = new Thread(task);
    thread.start();
    Thread.sleep(200);
    thread.interrupt();

    assertThat(task.get(30, TimeUnit.SECONDS).result().state()).isEqualTo(TrialState.LOST);
  }

  /** Of trials that nothing stops, not even an interrupt. */
  private WatchedTrials watched(Duration limit) {
    return new WatchedTrials(
        (leg, checkpoint, costToBeat) -> {
          while (over.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
          }
          return TrialOutcome.ended(
              TrialResult.withoutMeasurement(leg.trial(), TrialState.FAILED, "over"), null);
        },
        "here",
        limit,
        Duration.ofMillis(200));
  }
}
