package sweep4j.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ModelType;
import sweep4j.trial.ParameterValue.Flag;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;
import sweep4j.trial.Task;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.model.NetworkConfiguration.Chain;
import sweep4j.worker.model.NetworkShape.Image;

/** Which layers a convolutional network has, and how rows of values become its images. */
class CnnTest {

  private static final Image TWO_CHANNELS = new Image(2, 7, 9);

  private static Hyperparameters filters(Integer... filters) {
    return Nets.small().with(Hyperparameter.FILTERS, new Widths(List.of(filters)));
  }

  private static Chain configure(Image image, Hyperparameters h) {
    var shape = new NetworkShape(Task.CLASSIFICATION, image.values(), 3, image);
    return (Chain) Networks.configure(new ModelType.Cnn(), shape, h, Nets.LENGTH, 99);
  }

  private static MultiLayerNetwork network(Image image, Hyperparameters h) {
    NativeRuntime.ready();
    var network = new MultiLayerNetwork(configure(image, h).configuration());
    network.init();
    return network;
  }

  @Test
  void blocksThenDenseLayersThenTheOutputLayer() {
    var layers =
        configure(TWO_CHANNELS, filters(4, 5).with(Hyperparameter.BATCH_NORM, new Flag(true)));
    assertThat(layers.layers())
        .extracting(layer -> (Object) layer.getClass())
        .containsExactly(
            ConvolutionLayer.class,
            BatchNormalization.class,
            ActivationLayer.class,
            SubsamplingLayer.class,
            ConvolutionLayer.class,
            BatchNormalization.class,
            ActivationLayer.class,
            SubsamplingLayer.class,
            DenseLayer.class,
            BatchNormalization.class,
            ActivationLayer.class,
            DenseLayer.class,
            BatchNormalization.class,
            ActivationLayer.class,
            OutputLayer.class);
  }

  /** 7 x 9 pixels, halved without what is left over: 3 x 4, then 1 x 2, of 5 filters. */
  @Test
  void imagesKeepTheirSizeInConvolutionsAndAreDividedByPooling() {
    var network = network(TWO_CHANNELS, filters(4, 5));
    List<INDArray> steps = network.feedForward(Nd4j.rand(6, 126), false);
    assertThat(steps.get(1).shape()).containsExactly(6, 4, 7, 9);
    assertThat(steps.get(2).shape()).containsExactly(6, 4, 3, 4);
    assertThat(steps.get(4).shape()).containsExactly(6, 5, 1, 2);
    assertThat(network.getParam("4_W").shape()).containsExactly(10, 7);
  }

  @Test
  void withoutPoolingThereIsNone() {
    var h = filters(4, 5).with(Hyperparameter.POOL_SIZE, new Whole(1));
    assertThat(configure(TWO_CHANNELS, h).layers())
        .hasSize(5)
        .noneMatch(SubsamplingLayer.class::isInstance);
  }

  /** A filter of one pixel shows which value of the row it took for which. */
  @Test
  void rowsAreImagesChannelAfterChannelAndRowAfterRow() {
    var h =
        Nets.with(filters(1), Hyperparameter.ACTIVATION, "relu")
            .with(Hyperparameter.KERNEL_SIZE, new Whole(1))
            .with(Hyperparameter.POOL_SIZE, new Whole(1));
    var network = network(TWO_CHANNELS, h);
    network.getParam("0_W").assign(Nd4j.createFromArray(1f, 100f).reshape(1, 2, 1, 1));
    INDArray row = Nd4j.arange(126).castTo(Nd4j.dataType()).reshape(1, 126);
    INDArray seen = network.feedForward(row, false).get(1);
    for (int y = 0; y < 7; y++) {
      for (int x = 0; x < 9; x++) {
        int pixel = 9 * y + x;
        assertThat(seen.getDouble(0, 0, y, x)).isEqualTo(pixel + 100.0 * (63 + pixel));
      }
    }
  }

  /** The deviations of filters: 3 x 3 x 50 values come in, 3 x 3 x 60 go out. */
  @ParameterizedTest
  @CsvSource({
    "xavier, 2.0, 990",
    "he, 2.0, 450",
    "lecun, 1.0, 450",
    "lecun_uniform, 1.0, 450",
    "normal, 1.0, 450"
  })
  void initialFiltersHaveTheVarianceOfTheirName(String name, double numerator, int denominator) {
    var h = Nets.with(filters(60), Hyperparameter.WEIGHT_INIT, name);
    double[] weights = network(new Image(50, 2, 2), h).getParam("0_W").dup().data().asDouble();
    double expected = Math.sqrt(numerator / denominator);
    // 27,000 draws: a relative standard error of 0.0043, and five of them.
    assertThat(new StandardDeviation().evaluate(weights))
        .isCloseTo(expected, within(0.022 * expected));
  }

  @ParameterizedTest
  @CsvSource({"4, 1, 3", "28, 4, 2", "28, 3, 3"})
  void asManyBlocksAsAnImageCanBePooledAreFine(int size, int blocks, int pool) {
    Integer[] filters = new Integer[blocks];
    java.util.Arrays.fill(filters, 2);
    var h = filters(filters).with(Hyperparameter.POOL_SIZE, new Whole(pool));
    var image = new Image(1, size, size);
    assertThat(configure(image, h).layers()).isNotEmpty();
    Integer[] oneMore = java.util.Arrays.copyOf(filters, blocks + 1);
    oneMore[blocks] = 2;
    assertThatThrownBy(
            () -> configure(image, h.with(Hyperparameter.FILTERS, new Widths(List.of(oneMore)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "block %d of filters has 1 x 1 pixels left of %d x %d, too few for a pool_size of %d:"
                .formatted(blocks + 1, size, size, pool));
  }

  @Test
  void heightAndWidthAreTakenApart() {
    assertThatThrownBy(() -> configure(new Image(1, 8, 3), filters(2, 2)))
        .hasMessageStartingWith("block 2 of filters has 4 x 1 pixels left of 8 x 3,");
  }

  /** A layer drops its own input: the pixels, what a block pooled, what a dense layer gave. */
  @Test
  void dropoutStandsAtEachLayerWithWeights() {
    var h =
        Nets.with(
            Nets.with(filters(4, 5), Hyperparameter.DROPOUT, 0.25),
            Hyperparameter.INPUT_DROPOUT,
            0.125);
    List<Layer> layers = configure(TWO_CHANNELS, h).layers();
    assertThat(layers)
        .extracting(Layer::getIDropout)
        .containsExactly(
            new Dropout(0.875),
            null,
            new Dropout(0.75),
            null,
            new Dropout(0.75),
            new Dropout(0.75),
            new Dropout(0.75));
  }

  @Test
  void tablesAreNoImages() {
    assertThatThrownBy(
            () ->
                Networks.configure(new ModelType.Cnn(), Nets.SHAPE, Nets.small(), Nets.LENGTH, 99))
        .hasMessage("model type cnn needs images, but these data are rows of a table");
  }
}
