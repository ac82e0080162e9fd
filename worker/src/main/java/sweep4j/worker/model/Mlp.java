package sweep4j.worker.model;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Task;

/** A multi-layer perceptron: dense hidden layers, then an output layer fit for the task. */
final class Mlp {

  private Mlp() {}

  static MultiLayerConfiguration configure(
      NetworkShape shape, Hyperparameters h, TrainingLength length, long seed) {
    var builder = new NeuralNetConfiguration.Builder().seed(seed).updater(Updaters.of(h, length));
    Regularizers.clip(builder, h);
    var layers = builder.list();
    var hidden = new HiddenLayers(h, layers);
    int width = hidden.add(shape.inputs());
    var output = outputLayer(shape.task()).nIn(width).nOut(shape.outputs());
    hidden.weighted(output, width, WeightInit.XAVIER, h.real(Hyperparameter.DROPOUT));
    return layers.layer(output.build()).build();
  }

  /** The output layer that {@code task} asks for, without its widths. */
  static OutputLayer.Builder outputLayer(Task task) {
    return switch (task) {
      case CLASSIFICATION ->
          new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX);
      case REGRESSION -> new OutputLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY);
    };
  }
}
