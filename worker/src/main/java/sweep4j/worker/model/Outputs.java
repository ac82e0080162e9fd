package sweep4j.worker.model;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Task;

/** Output layers: softmax with cross-entropy, or linear with squared error. */
final class Outputs {

  private Outputs() {}

  static OutputLayer.Builder layer(NetworkShape shape, Hyperparameters h) {
    return shape.task() == Task.CLASSIFICATION
        ? new OutputLayer.Builder(crossEntropy(shape, h)).activation(Activation.SOFTMAX)
        : new OutputLayer.Builder(new LossMSE()).activation(Activation.IDENTITY);
  }

  private static ILossFunction crossEntropy(NetworkShape shape, Hyperparameters h) {
    if (h.text(Hyperparameter.CLASS_WEIGHTS).equals("none")) {
      return new LossMCXENT();
    }
    List<Integer> counts = shape.classCounts();
    double rows = counts.stream().mapToInt(Integer::intValue).sum();
    // Every class weighs as much as any other, and an example 1 on average.
    double[] weights = counts.stream().mapToDouble(n -> rows / (counts.size() * n)).toArray();
    return new LossMCXENT(Nd4j.createFromArray(weights).castTo(Nd4j.defaultFloatingPointType()));
  }
}
