package sweep4j.worker.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Task;
import sweep4j.worker.device.NativeRuntime;

class OutputsTest {

  /**
   * Of 8 rows, 6 are of class 0, 1 of class 1 and 1 of class 2: weights 8/18, 8/3 and 8/3. An
   * example of weight w counts like w examples.
   */
  @Test
  void balancedWeightsMakeEachClassCountAlike() {
    var weights = List.of(8 / 18.0, 8 / 3.0, 8 / 3.0);
    var balanced = network(Nets.with(Nets.plain(), Hyperparameter.CLASS_WEIGHTS, "balanced"));
    DataSet batch = Nets.batch(3);
    INDArray step = Nets.step(balanced, batch);

    INDArray expected = Nd4j.zeros(step.shape());
    for (int row = 0; row < 3; row++) {
      var one =
          new DataSet(
              batch.getFeatures().getRow(row, true).dup(),
              batch.getLabels().getRow(row, true).dup());
      expected.addi(Nets.step(network(Nets.plain()), one).muli(weights.get(row) / 3));
    }
    // Roundings of sums of three gradients of about 1.
    assertThat(step.equalsWithEps(expected, 1e-6)).isTrue();
    assertThat(step.equalsWithEps(Nets.step(network(Nets.plain()), batch), 1e-3)).isFalse();
  }

  private static MultiLayerNetwork network(Hyperparameters h) {
    NativeRuntime.ready();
    var shape = new NetworkShape(Task.CLASSIFICATION, 5, 3, List.of(6, 1, 1), null);
    var network = new MultiLayerNetwork(Nets.mlp(shape, h));
    network.init();
    return network;
  }
}
