package sweep4j.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import sweep4j.trial.CustomParameter;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.OwnNetwork;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.Task;

/** A user's own network, built with the request's help, and with what goes wrong without it. */
class OwnNetworksTest {

  private static final CustomParameter WIDTH =
      CustomParameter.whole("width", 1, 64, 8, "width of the hidden layer");

  private static final CustomParameter OUTPUT =
      CustomParameter.oneOf(
          "output", List.of("sound", "narrow", "sigmoid", "none", "null"), "sound", "how it ends");

  /** One hidden layer, and the end that the sweep asks for. */
  public static final class Net implements NetworkFactory {
    @Override
    public List<CustomParameter> parameters() {
      return List.of(WIDTH, OUTPUT);
    }

    @Override
    @SuppressWarnings("NullAway") // as code that no checker has seen
    public NetworkConfiguration configure(NetworkRequest request) {
      int width = request.hyperparameters().whole(WIDTH);
      var hidden =
          new DenseLayer.Builder()
              .nIn(request.shape().inputs())
              .nOut(width)
              .activation(Activation.RELU)
              .weightInit(request.weightInit(request.shape().inputs()));
      var layers = request.builder().list();
      layers.layer(request.weighted(request.dropping(hidden)).build());
      String output = request.hyperparameters().text(OUTPUT);
      switch (output) {
        case "sound" -> layers.layer(request.outputLayer(width));
        case "narrow" -> layers.layer(request.outputLayerBuilder(width).nOut(2).build());
        case "sigmoid" ->
            layers.layer(
                new OutputLayer.Builder(LossFunction.XENT)
                    .nIn(width)
                    .nOut(request.shape().outputs())
                    .activation(Activation.SIGMOID)
                    .build());
        default -> {}
      }
      return output.equals("null") ? null : new NetworkConfiguration.Chain(layers.build());
    }
  }

  private static NetworkConfiguration configure(Task task, Hyperparameters hyperparameters) {
    return Networks.configure(
        new OwnNetwork(
            Net.class.getName(), List.of(WIDTH, OUTPUT), List.of(Hyperparameter.DROPOUT)),
        new NetworkShape(task, 5, task == Task.CLASSIFICATION ? 3 : 1),
        hyperparameters,
        new TrainingLength(10, 7),
        99);
  }

  /** Else a sweep over learning_rate, lambda and the like would compare equal trials. */
  @Test
  void theCataloguesParametersHaveTheirEffect() {
    var h =
        Hyperparameters.defaults()
            .with(WIDTH, new Whole(16))
            .with(Hyperparameter.UPDATER, new Text("nesterovs"))
            .with(Hyperparameter.LEARNING_RATE, new Real(0.25))
            .with(Hyperparameter.LAMBDA, new Real(0.01))
            .with(Hyperparameter.L1, new Real(0.02))
            .with(Hyperparameter.DROPOUT, new Real(0.2))
            .with(Hyperparameter.GRADIENT_CLIP_NORM, new Real(3.0));

    var layers = configure(Task.CLASSIFICATION, h).layers();

    assertThat(layers).hasSize(2);
    for (var each : layers) {
      var layer = (BaseLayer) each;
      assertThat(layer.getIUpdater()).isEqualTo(new Nesterovs(0.25, 0.9));
      // Deeplearning4j's l2 is twice our lambda.
      assertThat(layer.getRegularization())
          .containsExactlyInAnyOrder(new L2Regularization(0.02), new L1Regularization(0.02));
      assertThat(layer.getGradientNormalization()).isEqualTo(GradientNormalization.ClipL2PerLayer);
      assertThat(layer.getGradientNormalizationThreshold()).isEqualTo(3.0);
    }
    assertThat(((DenseLayer) layers.get(0)).getNOut()).isEqualTo(16);
    assertThat(((BaseLayer) layers.get(0)).getIDropout()).isNotNull();
  }

  @ParameterizedTest
  @EnumSource(Task.class)
  void theOutputLayerSuitsTheTask(Task task) {
    var output = (OutputLayer) configure(task, Hyperparameters.defaults()).outputLayer();

    assertThat(output.getNOut()).isEqualTo(task == Task.CLASSIFICATION ? 3 : 1);
  }

  /** Trials with such an end would have scores that mean something else. */
  @ParameterizedTest
  @CsvSource({
    "narrow, 'must have 3 outputs, as the data have it, but has 2'",
    "sigmoid, 'must have the activation ActivationSoftmax for CLASSIFICATION, but has sigmoid'",
    "none, 'must end in an output layer, but ends in DenseLayer'",
    "null, returned no configuration"
  })
  void anEndThatTrialsCannotBeScoredByIsRefused(String end, String why) {
    assertThatThrownBy(
            () ->
                configure(
                    Task.CLASSIFICATION, Hyperparameters.defaults().with(OUTPUT, new Text(end))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
