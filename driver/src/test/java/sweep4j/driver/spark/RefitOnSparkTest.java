package sweep4j.driver.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sweep4j.driver.hadoop.HadoopFiles;
import sweep4j.trial.DataParallel;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.Delivery;
import sweep4j.trial.EarlyStopping;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Limits;
import sweep4j.trial.Metric;
import sweep4j.trial.ModelType;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Flag;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.RefitOutcome;
import sweep4j.trial.RefitRequest;
import sweep4j.trial.RefitRows;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;
import sweep4j.trial.Tunable;
import sweep4j.trial.Workload;
import sweep4j.worker.data.DataException;
import sweep4j.worker.data.DataLoader;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.training.Epochs;
import sweep4j.worker.training.Network;
import sweep4j.worker.training.Refit;
import sweep4j.worker.training.Trainer;

class RefitOnSparkTest {

  private static final long SEED = 42;
  private static final DataParallel HOW = new DataParallel(3, 2);

  /**
   * What comes out must not depend on the cluster: nor on how many of the workers run at once, nor
   * on which of them ends first, nor on what ran in their threads before.
   */
  @ParameterizedTest
  @CsvSource({"mlp, adam, 0.3, false", "mlp, sgd, 0.0, true", "resnet, adam, 0.2, true"})
  void theSameBitsAtAnyNumberOfSlots(
      String model, String updater, double dropout, boolean batchNorm) throws Exception {
    Hyperparameters h = hyperparameters(updater, dropout, batchNorm);
    Map<String, byte[]> models = new LinkedHashMap<>();
    for (String master : List.of("local[1]", "local[2]", "local[4]")) {
      try (SparkTrialExecutor executor = executor(master, type(model))) {
        models.put(master, model(executor, h));
        models.put(master + " again", model(executor, h));
      }
    }
    byte[] first = Objects.requireNonNull(models.get("local[1]"));
    assertThat(models).allSatisfy((master, bytes) -> assertThat(bytes).isEqualTo(first));
  }

  /**
   * Averages of one are what one learns, bit for bit: else mini-batches, steps or moments would get
   * lost on the way to the worker and back.
   */
  @ParameterizedTest
  @CsvSource({"mlp, adam", "mlp, nesterovs", "resnet, adam"})
  void theAverageOfOneWorkerIsPlainTraining(String model, String updater) throws Exception {
    Hyperparameters h = hyperparameters(updater, 0.0, false);
    var request = new RefitRequest(h, 7, 2, RefitRows.TRAIN);
    Trainer stock =
        (data, workload, all, seed) -> stock(Trainer.here().epochs(data, workload, all, seed));
    byte[] here = model(Refit.run(data(), workload(type(model)), request, stock));
    try (SparkTrialExecutor executor = executor("local[2]", type(model))) {
      for (int frequency : new int[] {4, 1000}) {
        assertThat(model(executor.refit(request, new DataParallel(1, frequency)).get()))
            .as("averaged after each %d", frequency)
            .isEqualTo(here);
      }
    }
  }

  /** Workers have Deeplearning4j's own updater, which rounds otherwise than ours. */
  private static Epochs stock(Epochs epochs) {
    return new Epochs() {
      @Override
      public int steps() {
        return epochs.steps();
      }

      @Override
      public boolean needsStockUpdater() {
        return true;
      }

      @Override
      public void train(Network network, int epoch, Runnable beforeEachStep) {
        epochs.train(network, epoch, beforeEachStep);
      }
    };
  }

  @Test
  void theValidationRowsAreLearnedFromOnlyIfAskedFor() throws Exception {
    Hyperparameters h = hyperparameters("adam", 0.0, false);
    try (SparkTrialExecutor executor = executor("local[2]", type("mlp"))) {
      Map<RefitRows, byte[]> models = new HashMap<>();
      for (RefitRows rows : RefitRows.values()) {
        var request = new RefitRequest(h, 7, 2, rows);
        models.put(rows, model(executor.refit(request, HOW).get()));
      }
      assertThat(models.get(RefitRows.TRAIN))
          .isNotEqualTo(models.get(RefitRows.TRAIN_AND_VALIDATION));
    }
  }

  private static byte[] model(SparkTrialExecutor executor, Hyperparameters h) throws Exception {
    var request = new RefitRequest(h, 7, 2, RefitRows.TRAIN_AND_VALIDATION);
    return model(executor.refit(request, HOW).get());
  }

  private static byte[] model(RefitOutcome outcome) {
    assertThat(outcome.error()).isNull();
    return Objects.requireNonNull(outcome.model());
  }

  private static ModelType type(String name) {
    return name.equals("mlp")
        ? new ModelType.Mlp()
        : new ModelType.Resnet(ModelType.Resnet.Block.DENSE);
  }

  private static Hyperparameters hyperparameters(
      String updater, double dropout, boolean batchNorm) {
    Map<Tunable, ParameterValue> set = new LinkedHashMap<>();
    set.put(Hyperparameter.UPDATER, new Text(updater));
    set.put(Hyperparameter.DROPOUT, new Real(dropout));
    set.put(Hyperparameter.BATCH_NORM, new Flag(batchNorm));
    set.put(Hyperparameter.BATCH_SIZE, new Whole(16));
    set.put(Hyperparameter.LEARNING_RATE, new Real(0.01));
    return Hyperparameters.defaults().with(new Hyperparameters(set));
  }

  private static SparkTrialExecutor executor(String master, ModelType type) throws Exception {
    return SparkTrialExecutor.start(
        new SparkRequest("test", master),
        new SweepData(data(), settings(), SEED, Delivery.AUTO),
        workload(type),
        Limits.usual());
  }

  private static Workload workload(ModelType type) {
    return new Workload(
        type, Hyperparameters.defaults(), 10, EarlyStopping.never(), Metric.VALIDATION_LOSS);
  }

  private static PreparedData data() throws DataException {
    return DataLoader.load(settings(), SEED, HadoopFiles.opener());
  }

  private static DataSettings settings() {
    return new DataSettings(
        new DataSource.Csv("../sweeps/data/breast_cancer.csv", "diagnosis"),
        Task.CLASSIFICATION,
        new HeldOut.Share(0.2),
        new HeldOut.Share(0.2),
        Scale.STANDARDIZE);
  }
}
