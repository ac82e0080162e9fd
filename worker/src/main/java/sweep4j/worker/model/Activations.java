package sweep4j.worker.model;

import java.util.List;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;

/** Activation functions by the names of sweep files, each with the weight scale that suits it. */
final class Activations {

  /** All names. */
  static final List<String> NAMES =
      List.of("relu", "leakyrelu", "elu", "selu", "gelu", "tanh", "sigmoid", "swish");

  private Activations() {}

  static Activation named(String name) {
    // Not Activation.fromString, which asks the locale how to write capitals.
    return switch (name) {
      case "relu" -> Activation.RELU;
      case "leakyrelu" -> Activation.LEAKYRELU;
      case "elu" -> Activation.ELU;
      case "selu" -> Activation.SELU;
      case "gelu" -> Activation.GELU;
      case "tanh" -> Activation.TANH;
      case "sigmoid" -> Activation.SIGMOID;
      case "swish" -> Activation.SWISH;
      default -> throw new IllegalArgumentException("no activation function is called " + name);
    };
  }

  /**
   * The variance of initial weights that keeps the scale of signals from layer to layer: 2/n for
   * rectifiers (He et al., 2015), 1/n for selu (Klambauer et al., 2017), 2/(n+m) for the others
   * (Glorot and Bengio, 2010).
   */
  static WeightInit weightInit(String activation) {
    return switch (activation) {
      case "relu", "leakyrelu", "elu", "gelu", "swish" -> WeightInit.RELU;
      case "selu" -> WeightInit.LECUN_NORMAL;
      default -> WeightInit.XAVIER;
    };
  }
}
