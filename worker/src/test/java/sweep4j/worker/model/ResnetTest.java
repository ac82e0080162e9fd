package sweep4j.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ModelType;
import sweep4j.trial.ModelType.Resnet.Block;
import sweep4j.trial.ParameterValue.Flag;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;
import sweep4j.trial.Task;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.model.NetworkConfiguration.Graph;
import sweep4j.worker.model.NetworkShape.Image;

/** What a residual network computes, and how deep it is. */
class ResnetTest {

  private static final Image IMAGE = new Image(2, 7, 9);

  private static Hyperparameters blocks(int blocks, Integer... widths) {
    return Nets.small()
        .with(Hyperparameter.RESIDUAL_BLOCKS, new Whole(blocks))
        .with(Hyperparameter.HIDDEN_UNITS, new Widths(List.of(widths)))
        .with(Hyperparameter.FILTERS, new Widths(List.of(widths)));
  }

  private static Graph configure(Block block, Image image, Hyperparameters h) {
    var shape = new NetworkShape(Task.CLASSIFICATION, image.values(), 3, image);
    return (Graph) Networks.configure(new ModelType.Resnet(block), shape, h, Nets.LENGTH, 99);
  }

  private static ComputationGraph network(Block block, Hyperparameters h) {
    NativeRuntime.ready();
    var network = new ComputationGraph(configure(block, IMAGE, h).configuration());
    network.init();
    return network;
  }

  /** Layers with weights, those of projections left out, are what people count as depth. */
  @ParameterizedTest
  @CsvSource({"DENSE, 9, 8, 20", "CONVOLUTIONAL, 9, 8, 20"})
  void twentyLayersArePossible(Block block, int blocks, int width, int depth) {
    assertThat(configure(block, IMAGE, blocks(blocks, width)).layers())
        .filteredOn(layer -> layer instanceof BaseLayer)
        .filteredOn(layer -> !layer.getClass().getSimpleName().equals("ActivationLayer"))
        .hasSize(depth);
  }

  /** By hand: x + W2 tanh(W1 tanh(x)), twice, the second time with P tanh(x) for x. */
  @Test
  void eachBlockAddsToWhatComesIn() {
    var network = network(Block.DENSE, blocks(1, 6, 4));
    INDArray input = Nd4j.rand(5, 126);
    INDArray stem = layer(network, "0-Dense", input);
    INDArray first = tanh(stem);
    INDArray inner = tanh(layer(network, "3-Dense", first));
    INDArray sum = layer(network, "5-Dense", inner).add(stem);
    INDArray second = tanh(sum);
    INDArray around = layer(network, "8-Dense", second);
    inner = tanh(layer(network, "9-Dense", second));
    sum = layer(network, "11-Dense", inner).add(around);
    INDArray expected = Transforms.softmax(layer(network, "14-Output", tanh(sum)));
    assertThat(network.output(input)[0].equalsWithEps(expected, 1e-5)).isTrue();
  }

  private static INDArray layer(ComputationGraph network, String name, INDArray input) {
    return input.mmul(network.getParam(name + "_W")).addiRowVector(network.getParam(name + "_b"));
  }

  private static INDArray tanh(INDArray input) {
    return Transforms.tanh(input, true);
  }

  /** Also where Deeplearning4j works in place: not a layer may reach into the way around. */
  @Test
  void whereAllBlocksAreSilentTheInputComesThrough() {
    var network = network(Block.CONVOLUTIONAL, blocks(3, 4));
    for (int block = 0; block < 3; block++) {
      network.getParam((5 + 6 * block) + "-Convolution_W").assign(0);
    }
    INDArray input = Nd4j.rand(5, 126);
    INDArray stem =
        Objects.requireNonNull(network.feedForward(input, false).get("0-Convolution")).dup();
    INDArray last = Objects.requireNonNull(network.feedForward(input, false).get("19-Activation"));
    assertThat(last.equalsWithEps(tanh(stem), 1e-6)).isTrue();
  }

  /** 7 x 9 pixels, then 4 x 5, then 2 x 3; the mean over these is what the output layer sees. */
  @Test
  void laterStagesHalveTheImageAndTheMeanOfItGoesOut() {
    var network = network(Block.CONVOLUTIONAL, blocks(1, 3, 4, 5));
    var steps = network.feedForward(Nd4j.rand(6, 126), false);
    assertThat(steps.values().stream().filter(each -> each.rank() == 4).map(INDArray::shape))
        .contains(new long[] {6, 3, 7, 9}, new long[] {6, 4, 4, 5}, new long[] {6, 5, 2, 3});
    assertThat(network.getOutputLayer(0).getParam("W").shape()).containsExactly(5, 3);
  }

  @Test
  void batchNormStandsBeforeEachActivationAndTakesBiasesAway() {
    var h = blocks(2, 3, 4).with(Hyperparameter.BATCH_NORM, new Flag(true));
    for (Block block : Block.values()) {
      var network = network(block, h);
      long normalizations = count(network, "BatchNormalization");
      assertThat(normalizations).isEqualTo(9).isEqualTo(count(network, "Activation"));
      assertThat(network.paramTable().keySet())
          .filteredOn(name -> name.endsWith("_b"))
          .containsExactly(network.getOutputLayer(0).conf().getLayer().getLayerName() + "_b");
    }
  }

  private static long count(ComputationGraph network, String part) {
    return network.getConfiguration().getVertices().keySet().stream()
        .filter(name -> name.endsWith(part))
        .count();
  }

  @ParameterizedTest
  @CsvSource({"5, 5, 4", "8, 8, 4", "9, 2, 5", "1, 1, 1"})
  void stagesEndWhereAPixelWouldBeHalved(int height, int width, int most) {
    var image = new Image(1, height, width);
    assertThat(configure(Block.CONVOLUTIONAL, image, blocks(1, widths(most))).layers())
        .isNotEmpty();
    assertThatThrownBy(() -> configure(Block.CONVOLUTIONAL, image, blocks(1, widths(most + 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "stage %d of filters has one pixel left of %d x %d, which it cannot halve: list at most %d filters"
                .formatted(most + 1, height, width, most));
  }

  private static Integer[] widths(int count) {
    Integer[] widths = new Integer[count];
    Arrays.fill(widths, 2);
    return widths;
  }
}
