package sweep4j.worker.model;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.weights.WeightInit;
import sweep4j.trial.Hyperparameters;

/** A multi-layer perceptron: dense hidden layers, then an output layer fit for the task. */
final class Mlp {

  private Mlp() {}

  static MultiLayerConfiguration configure(
      NetworkShape shape, Hyperparameters h, TrainingLength length, long seed) {
    var builder = new NeuralNetConfiguration.Builder().seed(seed).updater(Updaters.of(h, length));
    Regularizers.clip(builder, h);
    var layers = builder.list();
    var hidden = new HiddenLayers(h, layers::layer);
    hidden.addNoise();
    int width = hidden.addDense(shape.inputs(), Dropouts.ofInput(h));
    var output = Outputs.layer(shape, h).nIn(width).nOut(shape.outputs());
    hidden.weighted(output, width, WeightInit.XAVIER, Dropouts.ofHidden(h));
    return layers.layer(output.build()).build();
  }
}
