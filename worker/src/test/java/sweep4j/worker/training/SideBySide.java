package sweep4j.worker.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import sweep4j.trial.Task;
import sweep4j.worker.model.NetworkConfiguration.Chain;
import sweep4j.worker.model.NetworkConfiguration.Graph;
import sweep4j.worker.model.NetworkShape;

/** A network trained with our layers and updates beside the same one by Deeplearning4j alone. */
final class SideBySide {
  static final int STEPS = 25;

  /** Each example is of 1 channel, 7 rows and 6 columns: odd and even, and not square. */
  static final NetworkShape CLASSES =
      new NetworkShape(
          Task.CLASSIFICATION, 42, 3, List.of(5, 1, 4), new NetworkShape.Image(1, 7, 6));

  /**
   * Sums of some hundred products in another order differ by a few units of 6e-8 of their terms;
   * steps of at most 0.01 make weights of near 1 of these.
   */
  private static final double ROUNDING = 2e-5;

  private SideBySide() {}

  /** Asserts that both learn the same, and that some layer of the one is ours. */
  static void learn(Chain configuration, NetworkShape shape) {
    learn(configuration, configuration, shape);
  }

  /** The same of two configurations, the second of which Deeplearning4j trains. */
  static void learn(Chain configuration, Chain other, NetworkShape shape) {
    // A copy, because layers of one configuration may share an object that keeps their noise.
    try (Network quick = Network.of(new Chain(configuration.configuration().clone()))) {
      assertThat(layers(quick))
          .as("the test compares Deeplearning4j with itself")
          .anyMatch(SideBySide::isOurs);
      learn(quick, stock(other), shape);
    }
  }

  /** The same of a network whose layers may all be Deeplearning4j's. */
  static void learn(Network quick, MultiLayerNetwork stock, NetworkShape shape) {
    learn(quick, stock, stock::fit, shape);
    assertThat(quick.iteration()).isEqualTo(stock.getIterationCount());
    INDArray features = batch(shape, 5, new SplittableRandom(2)).getFeatures();
    assertThat(
            quick.output(features).sub(stock.output(features, false)).norm2Number().doubleValue())
        .isLessThan(1e-3);
  }

  /** The same of a graph, whose layers are Deeplearning4j's, and the updates ours. */
  static void learn(Graph configuration, NetworkShape shape) {
    var stock = new ComputationGraph(configuration.configuration().clone());
    stock.init();
    try (Network quick = Network.of(configuration)) {
      learn(quick, stock, stock::fit, shape);
      assertThat(quick.iteration()).isEqualTo(stock.getIterationCount());
    }
  }

  private static void learn(Network quick, Model stock, Consumer<DataSet> fit, NetworkShape shape) {
    var random = new SplittableRandom(1);
    for (int step = 0; step < STEPS; step++) {
      DataSet batch = batch(shape, step % 5 == 4 ? 3 : 16, random);
      Nd4j.getRandom().setSeed(step + 1);
      fit.accept(batch.copy());
      Nd4j.getRandom().setSeed(step + 1);
      quick.fit(batch);
    }
    assertThat(
            quick.params().distance2(stock.params()) / stock.params().norm2Number().doubleValue())
        .isLessThan(ROUNDING);
  }

  static MultiLayerNetwork stock(Chain configuration) {
    var stock = new MultiLayerNetwork(configuration.configuration().clone());
    stock.init();
    return stock;
  }

  static List<Layer> layers(Network network) {
    return Arrays.asList(((MultiLayerNetwork) network.model()).getLayers());
  }

  static boolean isOurs(Layer layer) {
    return layer.getClass().getPackageName().equals("sweep4j.worker.quick");
  }

  static DataSet batch(NetworkShape shape, int rows, SplittableRandom random) {
    var features = new float[rows * shape.inputs()];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextDouble(-1, 1);
    }
    var labels = new float[rows * shape.outputs()];
    for (int row = 0; row < rows; row++) {
      if (shape.task() == Task.REGRESSION) {
        labels[row] = (float) random.nextDouble(-1, 1);
      } else {
        labels[row * shape.outputs() + random.nextInt(shape.outputs())] = 1;
      }
    }
    return new DataSet(
        Nd4j.create(features, new long[] {rows, shape.inputs()}, 'c'),
        Nd4j.create(labels, new long[] {rows, shape.outputs()}, 'c'));
  }
}
