package sweep4j.worker.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import sweep4j.trial.ModelType.Resnet.Block;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.Workload;
import sweep4j.worker.data.DataException;
import sweep4j.worker.data.DataLoader;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.data.SourceOpener;

/** What ways around blocks are for: networks of 20 layers, on the digits. */
class DeepNetworkTest {

  private static final int EPOCHS = 5;

  private static PreparedData digits;

  @BeforeAll
  static void loadData() throws DataException {
    var share = new HeldOut.Share(0.15);
    digits =
        DataLoader.load(
            new DataSettings(
                new DataSource.Csv("../sweeps/data/digits.csv", "label"),
                Task.CLASSIFICATION,
                share,
                share,
                Scale.STANDARDIZE),
            42,
            SourceOpener.local());
  }

  /** The error's way back through 19 sigmoids shrinks at each; the network says the same always. */
  @Test
  void twentyPlainSigmoidLayersDoNotTrain() {
    assertThat(
            accuracy(new ModelType.Mlp(), width(32, Hyperparameter.HIDDEN_LAYERS, 19, "sigmoid")))
        .isLessThan(0.25);
  }

  /** 1 + 2 * 9 layers, and the output layer. */
  @Test
  void twentyResidualLayersDo() {
    var h = width(32, Hyperparameter.RESIDUAL_BLOCKS, 9, "relu");
    assertThat(accuracy(new ModelType.Resnet(Block.DENSE), h)).isGreaterThan(0.7);
  }

  private static Hyperparameters width(
      int width, Hyperparameter depth, int layers, String activation) {
    return Hyperparameters.defaults()
        .with(Hyperparameter.LEARNING_RATE, new Real(3e-3))
        .with(Hyperparameter.HIDDEN_UNITS, new Widths(List.of(width)))
        .with(depth, new Whole(layers))
        .with(Hyperparameter.ACTIVATION, (ParameterValue) new Text(activation));
  }

  private static double accuracy(ModelType model, Hyperparameters h) {
    var workload =
        new Workload(
            model,
            new Hyperparameters(Map.of()),
            EPOCHS,
            EarlyStopping.never(),
            Metric.VALIDATION_ACCURACY);
    var result =
        new TrialRunner(digits, workload, "here").run(new TrialRequest(0, 1, 5, h), 0).result();
    assertThat(result.error()).isNull();
    return Objects.requireNonNull(result.measurement()).objective();
  }
}
