package sweep4j.worker.model;

import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
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

  static MultiLayerConfiguration configure(NetworkShape shape, Hyperparameters h, long seed) {
    String activation = h.text(Hyperparameter.ACTIVATION);
    List<Integer> widths = h.widths(Hyperparameter.HIDDEN_UNITS);
    double dropout = h.real(Hyperparameter.DROPOUT);

    var builder =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .updater(
                Updaters.named(
                    h.text(Hyperparameter.UPDATER), h.real(Hyperparameter.LEARNING_RATE)));
    double lambda = h.real(Hyperparameter.LAMBDA);
    if (lambda > 0) {
      // Deeplearning4j's penalty is l2 / 2 * sum(w^2); ours is lambda * sum(w^2).
      builder.l2(2 * lambda);
    }

    var layers = builder.list();
    int inputs = shape.inputs();
    for (int i = 0; i < widths.size(); i++) {
      var layer =
          new DenseLayer.Builder()
              .nIn(inputs)
              .nOut(widths.get(i))
              .activation(Activations.named(activation))
              .weightInit(Activations.weightInit(activation));
      // A layer drops its input, so the drop-out of hidden outputs starts with the second layer.
      if (i > 0 && dropout > 0) {
        layer.dropOut(1 - dropout);
      }
      layers.layer(layer.build());
      inputs = widths.get(i);
    }
    var output = outputLayer(shape.task()).nIn(inputs).nOut(shape.outputs());
    if (dropout > 0) {
      output.dropOut(1 - dropout);
    }
    return layers.layer(output.build()).build();
  }

  private static OutputLayer.Builder outputLayer(Task task) {
    var builder =
        switch (task) {
          case CLASSIFICATION ->
              new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX);
          case REGRESSION ->
              new OutputLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY);
        };
    return builder.weightInit(WeightInit.XAVIER);
  }
}
