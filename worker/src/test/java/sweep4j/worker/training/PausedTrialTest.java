package sweep4j.worker.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.EarlyStopping;
import sweep4j.trial.EpochScore;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Leg;
import sweep4j.trial.Metric;
import sweep4j.trial.ModelType;
import sweep4j.trial.ModelType.Resnet.Block;
import sweep4j.trial.ParameterValue.Flag;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialState;
import sweep4j.trial.Workload;
import sweep4j.worker.data.DataException;
import sweep4j.worker.data.DataLoader;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.data.SourceOpener;

/** A trial that pauses must be the trial that does not, or a pruner would change what it judges. */
class PausedTrialTest {

  private static final double BEATS_ALL = Double.POSITIVE_INFINITY;

  private static PreparedData digits;

  @BeforeAll
  static void loadData() throws DataException {
    digits =
        DataLoader.load(
            new DataSettings(
                new DataSource.Csv("../sweeps/data/digits.csv", "label"),
                Task.CLASSIFICATION,
                new HeldOut.Share(0.15),
                new HeldOut.Share(0.15),
                Scale.STANDARDIZE),
            42,
            SourceOpener.local());
  }

  /** Updaters differ in what they remember. */
  @ParameterizedTest
  @ValueSource(strings = {"sgd", "nesterovs", "adam", "adamw", "rmsprop"})
  void pausesChangeNothing(String updater) {
    assertPausesChangeNothing(new ModelType.Mlp(), request(updater));
  }

  /** Noise, running statistics and schedules have a place in training that is easy to forget. */
  @ParameterizedTest
  @MethodSource("models")
  void pausesChangeNothingForATrialThatUsesEverything(ModelType model) {
    TrialRequest plain = request("sgd");
    Hyperparameters all =
        plain
            .hyperparameters()
            .with(Hyperparameter.MOMENTUM, new Real(0.8))
            .with(Hyperparameter.LEARNING_RATE_SCHEDULE, new Text("cosine"))
            .with(Hyperparameter.WARMUP_EPOCHS, new Real(1.5))
            .with(Hyperparameter.BATCH_NORM, new Flag(true))
            .with(Hyperparameter.INPUT_DROPOUT, new Real(0.1))
            .with(Hyperparameter.INPUT_NOISE, new Real(0.1))
            .with(Hyperparameter.WEIGHT_NOISE, new Real(0.01))
            .with(Hyperparameter.GRADIENT_CLIP_NORM, new Real(1.0));
    assertPausesChangeNothing(model, new TrialRequest(0, 1, 1000, all));
  }

  /** One of each of Deeplearning4j's two kinds of network. */
  static List<ModelType> models() {
    return List.of(new ModelType.Mlp(), new ModelType.Resnet(Block.DENSE));
  }

  private static void assertPausesChangeNothing(ModelType model, TrialRequest request) {
    var runner = runner(model, 7, 8);
    TrialOutcome straight = runner.run(request, BEATS_ALL);

    TrialOutcome paused = runner.run(new Leg(request, 0, 1), null, BEATS_ALL);
    assertThat(paused.result().state()).isEqualTo(TrialState.PAUSED);
    assertThat(paused.result().epochs()).isEqualTo(1);
    paused = runner.run(new Leg(request, 1, 4), paused.checkpoint(), BEATS_ALL);
    assertThat(paused.result().epochs()).isEqualTo(4);
    assertThat(paused.result().curve()).isEqualTo(straight.result().curve().subList(0, 4));
    TrialOutcome whole = runner.run(new Leg(request, 4, 7), paused.checkpoint(), BEATS_ALL);

    assertSame(whole, straight);
  }

  /** A machine that goes away must not change what is found, only where. */
  @Test
  void aTrialThatIsHandedBackIsTheOneThatNeverMoved() {
    TrialRequest request = request("adam");
    TrialOutcome straight = runner(4, 8).run(request, BEATS_ALL);
    var scores = new ArrayList<EpochScore>();
    var runner =
        new TrialRunner(
            digits,
            workload(new ModelType.Mlp(), 4, 8),
            "here",
            null,
            new Attendant() {
              @Override
              public void epochEnded(EpochScore score) {
                scores.add(score);
              }

              @Override
              public boolean wantsItBack() {
                return true;
              }
            });

    TrialOutcome moving = runner.run(request, BEATS_ALL);
    for (int epoch = 1; epoch < 4; epoch++) {
      assertThat(moving.result().epochs()).isEqualTo(epoch);
      assertThat(moving.model()).isNull();
      var leg = new Leg(request, epoch, 4);
      assertThat(moving.isHandedBack(leg)).isTrue();
      moving = runner.run(leg, moving.checkpoint(), BEATS_ALL);
    }

    assertSame(moving, straight);
    assertThat(scores)
        .extracting(EpochScore::objective)
        .isEqualTo(straight.result().curve())
        .hasSize(4);
    assertThat(scores.get(3).bestEpoch()).isEqualTo(bestEpoch(straight));
    assertThat(scores.get(3).best())
        .isEqualTo(straight.result().curve().get(bestEpoch(straight) - 1));
  }

  /** Patience and the best epoch's weights must outlive a pause that falls between them. */
  @Test
  void earlyStoppingCountsOnAcrossAPause() {
    var runner = runner(200, 4);
    TrialRequest request = request("adam");
    TrialOutcome straight = runner.run(request, BEATS_ALL);
    int best = bestEpoch(straight);
    assertThat(straight.result().epochs()).isEqualTo(best + 4).isLessThan(200);

    byte @Nullable [] checkpoint =
        runner.run(new Leg(request, 0, best + 2), null, BEATS_ALL).checkpoint();
    assertSame(runner.run(new Leg(request, best + 2, 200), checkpoint, BEATS_ALL), straight);
  }

  /** A checkpoint that was lost costs time, and must not cost the answer. */
  @Test
  void withoutItsCheckpointATrialBeginsAnew() {
    var runner = runner(3, 4);
    TrialRequest request = request("adam");
    assertSame(runner.run(new Leg(request, 2, 3), null, BEATS_ALL), runner.run(request, BEATS_ALL));
  }

  @Test
  void aDamagedCheckpointIsNeverTrainedOn() {
    var runner = runner(3, 4);
    TrialRequest request = request("adam");
    byte[] bytes = runner.run(new Leg(request, 0, 1), null, BEATS_ALL).checkpoint();
    assertThat(bytes).isNotNull();
    bytes[bytes.length / 2] ^= 1;

    TrialOutcome outcome = runner.run(new Leg(request, 1, 3), bytes, BEATS_ALL);
    assertThat(outcome.result().state()).isEqualTo(TrialState.FAILED);
    assertThat(outcome.result().error()).contains("the checkpoint is damaged");
  }

  /** An older worker's moments lie in another order, of which their number says nothing. */
  @Test
  void aCheckpointOfAnotherVersionIsNeverTrainedOn() {
    var runner = runner(3, 4);
    TrialRequest request = request("adam");
    byte[] bytes = runner.run(new Leg(request, 0, 1), null, BEATS_ALL).checkpoint();
    assertThat(bytes).isNotNull();
    ByteBuffer buffer = ByteBuffer.wrap(bytes).putInt(Integer.BYTES, 2);
    int content = bytes.length - Long.BYTES;
    var crc = new CRC32();
    crc.update(bytes, 0, content);
    buffer.putLong(content, crc.getValue());

    TrialOutcome outcome = runner.run(new Leg(request, 1, 3), bytes, BEATS_ALL);
    assertThat(outcome.result().state()).isEqualTo(TrialState.FAILED);
    assertThat(outcome.result().error()).contains("no checkpoint of version");
  }

  private static void assertSame(TrialOutcome some, TrialOutcome other) {
    assertThat(some.result().measurement()).isNotNull().isEqualTo(other.result().measurement());
    assertThat(some.result().curve()).isEqualTo(other.result().curve());
    assertThat(some.result().epochs()).isEqualTo(other.result().epochs());
    assertThat(some.result().stopReason()).isEqualTo(other.result().stopReason());
    assertThat(some.model()).isEqualTo(other.model());
  }

  private static int bestEpoch(TrialOutcome outcome) {
    var measurement = outcome.result().measurement();
    assertThat(measurement).isNotNull();
    return measurement.bestEpoch();
  }

  private static TrialRunner runner(int maxEpochs, int patience) {
    return runner(new ModelType.Mlp(), maxEpochs, patience);
  }

  private static TrialRunner runner(ModelType model, int maxEpochs, int patience) {
    return new TrialRunner(digits, workload(model, maxEpochs, patience), "here");
  }

  private static Workload workload(ModelType model, int maxEpochs, int patience) {
    return new Workload(
        model,
        Hyperparameters.defaults(),
        maxEpochs,
        new EarlyStopping(patience, 0.0),
        Metric.VALIDATION_LOSS);
  }

  private static TrialRequest request(String updater) {
    double rate = updater.equals("sgd") ? 0.1 : 1e-2;
    return new TrialRequest(
        0,
        1,
        1000,
        new Hyperparameters(
            Map.of(
                Hyperparameter.LEARNING_RATE, new Real(rate),
                Hyperparameter.LAMBDA, new Real(1e-4),
                Hyperparameter.DROPOUT, new Real(0.2),
                Hyperparameter.UPDATER, new Text(updater))));
  }
}
