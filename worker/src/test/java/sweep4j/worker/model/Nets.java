package sweep4j.worker.model;

import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ModelType;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Widths;
import sweep4j.trial.Task;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.model.NetworkConfiguration.Chain;

/** Small networks of 5 inputs, 3 classes and hidden layers of 7 and 6, and batches for them. */
final class Nets {

  static final NetworkShape SHAPE = new NetworkShape(Task.CLASSIFICATION, 5, 3);

  /** 4 iterations an epoch. */
  static final TrainingLength LENGTH = new TrainingLength(10, 4);

  private Nets() {}

  /** Smooth, so that no gradient is zero by a rectifier. */
  static Hyperparameters small() {
    return Hyperparameters.defaults()
        .with(Hyperparameter.HIDDEN_UNITS, new Widths(List.of(7, 6)))
        .with(Hyperparameter.ACTIVATION, new Text("tanh"));
  }

  /** Plain gradient descent at rate 1, whose step is the gradient. */
  static Hyperparameters plain() {
    return small()
        .with(Hyperparameter.UPDATER, new Text("sgd"))
        .with(Hyperparameter.LEARNING_RATE, new Real(1.0));
  }

  static Hyperparameters with(Hyperparameters h, Hyperparameter parameter, double value) {
    return h.with(parameter, new Real(value));
  }

  static Hyperparameters with(Hyperparameters h, Hyperparameter parameter, String value) {
    return h.with(parameter, (ParameterValue) new Text(value));
  }

  /** The configuration of a multi-layer perceptron, always of the same initial weights. */
  static MultiLayerConfiguration mlp(NetworkShape shape, Hyperparameters h) {
    return ((Chain) Networks.configure(new ModelType.Mlp(), shape, h, LENGTH, 99)).configuration();
  }

  /** Always of the same initial weights. */
  static MultiLayerNetwork network(Hyperparameters h) {
    NativeRuntime.ready();
    var network = new MultiLayerNetwork(mlp(SHAPE, h));
    network.init();
    return network;
  }

  /** Examples without a zero among their inputs; example i is of class i mod 3. */
  static DataSet batch(int rows) {
    float[][] features = new float[rows][5];
    float[][] labels = new float[rows][3];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < 5; column++) {
        features[row][column] = (float) Math.sin(1 + row * 5 + column);
      }
      labels[row][row % 3] = 1;
    }
    return new DataSet(Nd4j.createFromArray(features), Nd4j.createFromArray(labels));
  }

  /** What one more step of training takes off the parameters. */
  static INDArray step(MultiLayerNetwork network, DataSet batch) {
    INDArray before = network.params().dup();
    network.fit(batch);
    return before.subi(network.params());
  }
}
