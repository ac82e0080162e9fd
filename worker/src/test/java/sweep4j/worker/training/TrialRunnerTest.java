package sweep4j.worker.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.preprocessor.DataNormalization;
import org.nd4j.linalg.factory.Nd4j;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.EarlyStopping;
import sweep4j.trial.Fold;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Metric;
import sweep4j.trial.ModelType;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;
import sweep4j.trial.Repeat;
import sweep4j.trial.Scale;
import sweep4j.trial.Score;
import sweep4j.trial.StopReason;
import sweep4j.trial.Task;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;
import sweep4j.trial.Workload;
import sweep4j.worker.data.DataException;
import sweep4j.worker.data.DataLoader;
import sweep4j.worker.data.Folded;
import sweep4j.worker.data.Labels;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.data.SourceOpener;

/** Real training on the data sets that the project ships. */
class TrialRunnerTest {

  private static final double BEATS_ALL = Double.POSITIVE_INFINITY;

  private static PreparedData digits;
  private static PreparedData concrete;

  @BeforeAll
  static void loadData() throws DataException {
    digits = load("digits.csv", "label", Task.CLASSIFICATION);
    concrete = load("concrete.csv", "compressive_strength", Task.REGRESSION);
  }

  private static PreparedData load(String file, String label, Task task) throws DataException {
    return DataLoader.load(
        new DataSettings(
            new DataSource.Csv("../sweeps/data/" + file, label),
            task,
            new HeldOut.Share(0.15),
            new HeldOut.Share(0.15),
            Scale.STANDARDIZE),
        42,
        SourceOpener.local());
  }

  @Test
  void digitsAreLearned() throws IOException {
    var runner = new TrialRunner(digits, workload(30, Metric.VALIDATION_LOSS), "here");
    TrialOutcome outcome = runner.run(request(0, hyperparameters(1e-3)), BEATS_ALL);
    TrialResult result = outcome.result();

    assertThat(result.error()).isNull();
    assertThat(result.state()).isEqualTo(TrialState.COMPLETED);
    assertThat(result.executor()).isEqualTo("here");
    var measurement = Objects.requireNonNull(result.measurement());
    assertThat(measurement.validation().quality()).isGreaterThan(0.95);
    assertThat(measurement.objective()).isEqualTo(measurement.validation().loss());
    var network = ModelFile.read(Objects.requireNonNull(outcome.model()));
    assertThat(new Scorer(digits).score(network, digits.test()).quality()).isGreaterThan(0.94);
  }

  @Test
  void aRegressionPredictsInTheLabelsUnit() {
    var runner = new TrialRunner(concrete, workload(60, Metric.VALIDATION_RMSE), "here");
    var measurement =
        Objects.requireNonNull(
            runner.run(request(0, hyperparameters(3e-3)), BEATS_ALL).result().measurement());

    // The label runs from 2 to 83 MPa with a deviation of 16.7: an error in scaled units would be
    // below 1, and a network that learns nothing would be at the deviation.
    assertThat(measurement.validation().quality()).isBetween(3.0, 10.0);
    assertThat(measurement.objective()).isEqualTo(measurement.validation().quality());
  }

  /** A shared generator, buffer or workspace would let neighbours change each other's numbers. */
  @Test
  void aTrialHasTheSameBitsAloneAndBesideOthers() throws Exception {
    var runner = new TrialRunner(digits, workload(3, Metric.VALIDATION_LOSS), "here");
    List<TrialRequest> requests = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      requests.add(request(i, hyperparameters(1e-3 * (i + 1))));
    }
    List<TrialResult> alone = new ArrayList<>();
    requests.forEach(request -> alone.add(runner.run(request, BEATS_ALL).result()));

    var pool = Executors.newFixedThreadPool(3);
    try {
      List<Callable<TrialOutcome>> tasks = new ArrayList<>();
      requests.forEach(request -> tasks.add(() -> runner.run(request, BEATS_ALL)));
      var together = pool.invokeAll(tasks);
      for (int i = 0; i < requests.size(); i++) {
        assertThat(together.get(i).get().result().measurement())
            .isNotNull()
            .isEqualTo(alone.get(i).measurement());
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(alone.get(0).measurement()).isNotEqualTo(alone.get(1).measurement());
  }

  /** Scored on rows that it learned from, a repeat would find any configuration good. */
  @Test
  void aRepeatIsScoredOnRowsThatItDidNotLearnFrom() throws IOException {
    var runner = new TrialRunner(digits, workload(12, Metric.VALIDATION_LOSS), "here");
    var h = hyperparameters(3e-3);
    var fold = new Fold(1, 5, 42);
    TrialResult repeat =
        runner
            .run(new TrialRequest(0, 1, 9, h, new Repeat(3, 1, fold)), Double.NEGATIVE_INFINITY)
            .result();
    var measured = Objects.requireNonNull(repeat.measurement());

    Folded rows = digits.folded(fold);
    var others = new TrialRunner(rows.data(), workload(12, Metric.VALIDATION_LOSS), "here");
    TrialOutcome outcome = others.run(new TrialRequest(0, 1, 9, h), BEATS_ALL);
    var same = Objects.requireNonNull(outcome.result().measurement());
    // Trained on the same rows with the same streams, and stopped by the same validation rows.
    assertThat(measured.training()).isEqualTo(same.training());
    assertThat(repeat.curve()).isEqualTo(outcome.result().curve());
    assertThat(measured.bestEpoch()).isEqualTo(same.bestEpoch());
    assertThat(measured.objective()).isNotEqualTo(same.objective());
    var network = ModelFile.read(Objects.requireNonNull(outcome.model()));
    assertThat(measured.validation()).isEqualTo(new Scorer(digits).score(network, rows.scored()));
    assertThat(measured.objective()).isEqualTo(measured.validation().loss());
  }

  @Test
  void anotherSeedGivesAnotherNetwork() {
    var runner = new TrialRunner(digits, workload(1, Metric.VALIDATION_LOSS), "here");
    var h = hyperparameters(1e-3);
    assertThat(runner.run(new TrialRequest(0, 1, 1, h), BEATS_ALL).result().measurement())
        .isNotEqualTo(runner.run(new TrialRequest(0, 1, 2, h), BEATS_ALL).result().measurement());
  }

  @Test
  void anAbsurdLearningRateDiverges() {
    for (PreparedData data : List.of(digits, concrete)) {
      for (String updater : List.of("adam", "sgd", "nesterovs", "rmsprop")) {
        var h = hyperparameters(1e6).with(Hyperparameter.UPDATER, new Text(updater));
        var outcome =
            new TrialRunner(data, workload(20, Metric.VALIDATION_LOSS), "here")
                .run(request(0, h), BEATS_ALL);
        TrialResult result = outcome.result();
        assertThat(result.state()).as(updater).isEqualTo(TrialState.DIVERGED);
        assertThat(result.stopReason()).isEqualTo(StopReason.NON_FINITE_LOSS);
        assertThat(result.error()).startsWith("epoch ");
        assertThat(outcome.model()).isNull();
      }
    }
  }

  @Test
  void aTrialThatDoesNotFitIntoMemoryFailsAsAValue() {
    var h =
        hyperparameters(1e-3)
            .with(Hyperparameter.HIDDEN_UNITS, new Widths(List.of(1 << 20, 1 << 20)));
    TrialResult result =
        new TrialRunner(digits, workload(1, Metric.VALIDATION_LOSS), "here")
            .run(request(0, h), BEATS_ALL)
            .result();
    assertThat(result.state()).isEqualTo(TrialState.FAILED);
    assertThat(result.error()).startsWith("out of memory: ");
  }

  /** Else the weights of the last epoch would be reported with the best epoch's score. */
  @Test
  void theBestEpochsWeightsAreKept() throws IOException {
    // So high a rate makes validation loss go up and down.
    var runner = new TrialRunner(digits, workload(25, Metric.VALIDATION_LOSS, 4), "here");
    var h = hyperparameters(3e-2);
    TrialOutcome outcome = runner.run(request(0, h), BEATS_ALL);
    TrialResult result = outcome.result();
    var measurement = Objects.requireNonNull(result.measurement());
    assertThat(result.stopReason()).isEqualTo(StopReason.EARLY_STOPPING);
    assertThat(result.epochs()).isEqualTo(measurement.bestEpoch() + 4);

    Score again =
        new Scorer(digits)
            .score(ModelFile.read(Objects.requireNonNull(outcome.model())), digits.validation());
    assertThat(again).isEqualTo(measurement.validation());
    // The best epoch's training alone gives the same weights: nothing later leaked in.
    var shorter =
        new TrialRunner(digits, workload(measurement.bestEpoch(), Metric.VALIDATION_LOSS), "here")
            .run(request(0, h), BEATS_ALL);
    assertThat(shorter.result().measurement()).isEqualTo(measurement);
  }

  @Test
  void aBatchLargerThanTheTrainingSplitIsOneBatch() {
    var runner = new TrialRunner(digits, workload(2, Metric.VALIDATION_LOSS), "here");
    var huge = hyperparameters(1e-3).with(Hyperparameter.BATCH_SIZE, new Whole(1_000_000));
    var whole =
        hyperparameters(1e-3).with(Hyperparameter.BATCH_SIZE, new Whole(digits.training().size()));
    assertThat(runner.run(request(0, huge), BEATS_ALL).result().measurement())
        .isNotNull()
        .isEqualTo(runner.run(request(0, whole), BEATS_ALL).result().measurement());
  }

  /** What the README tells users to do with a run's best model. */
  @Test
  void aModelAndItsScalerLoadWithDeeplearning4jAlone(@TempDir Path folder) throws Exception {
    var outcome =
        new TrialRunner(digits, workload(10, Metric.VALIDATION_LOSS), "here")
            .run(request(0, hyperparameters(1e-3)), BEATS_ALL);
    File file = folder.resolve("model.zip").toFile();
    Files.write(file.toPath(), Objects.requireNonNull(outcome.model()));

    MultiLayerNetwork network = MultiLayerNetwork.load(file, false);
    DataNormalization scaler = ModelSerializer.restoreNormalizerFromFile(file);
    int right = 0;
    float[] raw = new float[64];
    for (int i = 0; i < digits.validation().size(); i++) {
      int row = digits.validation().row(i);
      var examples = digits.validation().examples();
      examples.features().copyRow(row, raw, 0);
      INDArray input = Nd4j.create(raw.clone(), new long[] {1, 64}, 'c');
      scaler.transform(input);
      if (network.output(input).argMax(1).getInt(0)
          == ((Labels.Classes) examples.labels()).of(row)) {
        right++;
      }
    }
    assertThat((double) right / digits.validation().size())
        .isEqualTo(Objects.requireNonNull(outcome.result().measurement()).validation().quality());
  }

  @Test
  void aNetworkIsSentBackOnlyIfItBeatsTheBest() {
    var runner = new TrialRunner(digits, workload(1, Metric.VALIDATION_LOSS), "here");
    var request = request(0, hyperparameters(1e-3));
    double cost =
        Objects.requireNonNull(runner.run(request, BEATS_ALL).result().measurement()).objective();
    assertThat(runner.run(request, cost).model()).isNotNull();
    assertThat(runner.run(request, Math.nextDown(cost)).model()).isNull();
  }

  /** An epoch that no limit allows is an epoch too many; none at all would leave no model. */
  @Test
  void aTrialThatIsOutOfTimeEndsAfterItsEpochWithWhatItHas() {
    var limited =
        new Workload(
            new ModelType.Mlp(),
            Hyperparameters.defaults(),
            50,
            new EarlyStopping(50, 0.0, null, 1e-9),
            Metric.VALIDATION_LOSS);
    TrialResult result =
        new TrialRunner(digits, limited, "here")
            .run(request(0, hyperparameters(1e-3)), BEATS_ALL)
            .result();
    assertThat(result.state()).isEqualTo(TrialState.COMPLETED);
    assertThat(result.stopReason()).isEqualTo(StopReason.MAX_MINUTES);
    assertThat(result.epochs()).isEqualTo(1);
    assertThat(result.measurement()).isNotNull();
  }

  private static TrialRequest request(int trial, Hyperparameters hyperparameters) {
    return new TrialRequest(trial, 1, 1000 + trial, hyperparameters);
  }

  private static Hyperparameters hyperparameters(double learningRate) {
    return new Hyperparameters(
        Map.of(
            Hyperparameter.LEARNING_RATE, new Real(learningRate),
            Hyperparameter.LAMBDA, new Real(1e-5),
            Hyperparameter.DROPOUT, new Real(0.1),
            Hyperparameter.HIDDEN_UNITS, new Widths(List.of(64, 32))));
  }

  private static Workload workload(int maxEpochs, Metric metric) {
    return workload(maxEpochs, metric, maxEpochs + 1);
  }

  private static Workload workload(int maxEpochs, Metric metric, int patience) {
    return new Workload(
        new ModelType.Mlp(),
        Hyperparameters.defaults(),
        maxEpochs,
        new EarlyStopping(patience, 0.0),
        metric);
  }
}
