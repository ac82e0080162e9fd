package sweep4j.worker.model;

import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import sweep4j.trial.Task;

/** Activation and loss of output layers. */
final class OutputLayers {

  private OutputLayers() {}

  /** Softmax with cross-entropy, or linear with squared error. */
  static OutputLayer.Builder of(Task task) {
    return switch (task) {
      case CLASSIFICATION ->
          new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX);
      case REGRESSION -> new OutputLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY);
    };
  }
}
