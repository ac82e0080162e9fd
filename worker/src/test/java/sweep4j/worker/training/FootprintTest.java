package sweep4j.worker.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.EarlyStopping;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Metric;
import sweep4j.trial.ModelType;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;
import sweep4j.trial.Workload;
import sweep4j.worker.data.DataLoader;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.data.SourceOpener;

class FootprintTest {

  /** 64 inputs, 64 hidden units, 10 classes, with their biases. */
  private static final long PARAMETERS = Float.BYTES * (64L * 64 + 64 + 64 * 10 + 10);

  private static PreparedData digits;

  @BeforeAll
  static void loadData() throws Exception {
    digits =
        DataLoader.load(
            new DataSettings(
                new DataSource.Csv("../sweeps/data/digits.csv", "label"),
                Task.CLASSIFICATION,
                new HeldOut.Share(0.2),
                new HeldOut.Share(0.1),
                Scale.STANDARDIZE),
            42,
            SourceOpener.local());
  }

  private static Footprint measure(int batchSize, String updater) {
    var workload =
        new Workload(
            new ModelType.Mlp(),
            new Hyperparameters(Map.of(Hyperparameter.UPDATER, new Text(updater))),
            5,
            EarlyStopping.never(),
            Metric.VALIDATION_LOSS);
    return Footprint.measure(
        digits,
        workload,
        workload.fixed().with(Hyperparameter.BATCH_SIZE, new Whole(batchSize)),
        7);
  }

  /** What can be counted by hand must come out so. */
  @Test
  void arraysAreWhatTheNetworkSays() {
    Footprint adam = measure(32, "adam");

    assertThat(adam.parameters()).isEqualTo(PARAMETERS);
    assertThat(adam.gradients()).isEqualTo(PARAMETERS);
    assertThat(adam.bestWeights()).isEqualTo(PARAMETERS);
    assertThat(adam.updater()).as("two moments").isEqualTo(2 * PARAMETERS);
    assertThat(measure(32, "sgd").updater()).isZero();
    // Scored are all 359 validation rows at once, which are more than the mini-batch.
    assertThat(adam.batch()).isEqualTo(digits.validation().size() * 64L * Float.BYTES);
  }

  /** Activations of the hidden and the output layer are needed for the step back. */
  @Test
  void workGrowsWithTheMiniBatch() {
    long small = measure(32, "adam").work();
    long large = measure(1024, "adam").work();

    assertThat(small).isGreaterThanOrEqualTo(32L * (64 + 10) * Float.BYTES);
    assertThat(large - small).isGreaterThanOrEqualTo((1024L - 359) * (64 + 10) * Float.BYTES);
  }
}
