package sweep4j.worker.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.deeplearning4j.exception.DL4JException;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer.PoolingType;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossNegativeLogLikelihood;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.model.NetworkConfiguration.Chain;
import sweep4j.worker.model.NetworkShape;

/**
 * Prevents a layer of ours where a user's class or file means another, and bad memory where their
 * layers do not fit together.
 */
class QuickLayersTest {
  private static final NetworkShape CLASSES = SideBySide.CLASSES;

  @BeforeAll
  static void prepareThread() {
    NativeRuntime.ready();
  }

  private static NeuralNetConfiguration.Builder builder() {
    return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.01));
  }

  /** Layers over the images of {@link #CLASSES}, and an output layer behind them. */
  private static Chain images(org.deeplearning4j.nn.conf.layers.Layer... layers) {
    ListBuilder list =
        builder().list().inputPreProcessor(0, new FeedForwardToCnnPreProcessor(7, 6, 1));
    for (org.deeplearning4j.nn.conf.layers.Layer layer : layers) {
      list.layer(layer);
    }
    return new Chain(
        list.layer(new OutputLayer.Builder(new LossMCXENT()).nOut(3).build())
            .setInputType(InputType.convolutionalFlat(7, 6, 1))
            .build());
  }

  private static Chain dense(DenseLayer.Builder layer, OutputLayer.Builder output) {
    return new Chain(
        builder()
            .list()
            .layer(layer.nIn(42).nOut(5).build())
            .layer(output.nIn(5).nOut(3).build())
            .build());
  }

  private static DenseLayer.Builder hidden() {
    return new DenseLayer.Builder().activation(Activation.RELU);
  }

  private static OutputLayer.Builder softmax() {
    return new OutputLayer.Builder(new LossMCXENT()).activation(Activation.SOFTMAX);
  }

  private static ConvolutionLayer.Builder convolution(int height, int width) {
    return new ConvolutionLayer.Builder(height, width).activation(Activation.RELU).nOut(3);
  }

  @Test
  void learnsTheSameWithPaddingByNumbers() {
    SideBySide.learn(
        images(
            convolution(3, 2).padding(1, 0).convolutionMode(ConvolutionMode.Truncate).build(),
            convolution(2, 3).padding(0, 2).convolutionMode(ConvolutionMode.Strict).build(),
            hidden().nOut(5).build()),
        CLASSES);
  }

  /** The same noise for the same example, in whichever order its values lie; in place. */
  public static final class Noise implements IDropout {
    @Override
    public INDArray applyDropout(
        INDArray input, INDArray result, int step, int epoch, LayerWorkspaceMgr workspaces) {
      var random = new SplittableRandom(step);
      var noise = new float[Math.toIntExact(input.length())];
      for (int i = 0; i < noise.length; i++) {
        noise[i] = (float) random.nextDouble(-1, 1);
      }
      return result.assign(input.add(Nd4j.create(noise, input.shape(), 'c')));
    }

    @Override
    public INDArray backprop(INDArray toOutput, INDArray toInput, int step, int epoch) {
      return toInput;
    }

    @Override
    public void clear() {}

    @Override
    public IDropout clone() {
      return new Noise();
    }
  }

  static Stream<Arguments> noisy() {
    var dropout = new DropoutLayer.Builder().dropOut(new Noise()).build();
    var nothing = new DropoutLayer.Builder().build();
    return Stream.of(
        Arguments.of("layer", images(convolution(3, 3).build(), dropout)),
        Arguments.of(
            "through one that hands it on", images(convolution(3, 3).build(), nothing, dropout)),
        Arguments.of(
            "convolution not ours",
            images(
                convolution(3, 3).build(),
                convolution(2, 2).stride(2, 2).dropOut(new Noise()).build(),
                hidden().nOut(5).build())),
        Arguments.of(
            "layers of ours",
            images(
                convolution(3, 3).dropOut(new Noise()).build(),
                convolution(2, 2).dropOut(new Noise()).build(),
                hidden().dropOut(new Noise()).nOut(5).build())));
  }

  /** relu's gradient is masked by its output, which what follows may be allowed to overwrite. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("noisy")
  void noiseLeavesTheGradientOfAConvolutionAlone(String name, Chain chain) {
    SideBySide.learn(chain, CLASSES);
  }

  static Stream<IDropout> dropouts() {
    return Stream.of(
        new GaussianNoise(0.5),
        new GaussianDropout(0.5),
        new AlphaDropout(0.7),
        new Dropout(new StepSchedule(ScheduleType.ITERATION, 0.9, 0.5, 10)));
  }

  /** Other kinds than the plain one are Deeplearning4j's, drawn as that draws them. */
  @ParameterizedTest
  @MethodSource("dropouts")
  void dropoutOfOtherKindsIsAsItWas(IDropout dropout) {
    SideBySide.learn(dense(hidden().dropOut(dropout), softmax().dropOut(dropout)), CLASSES);
  }

  /** Nobody else holds on to the arrays of no workspace, whose memory goes when they do. */
  @Test
  void learnsTheSameWithoutWorkspaces() {
    Chain chain =
        images(
            convolution(3, 3).build(),
            pools(2, ConvolutionMode.Truncate),
            hidden().dropOut(new Noise()).nOut(5).build());
    chain.configuration().setTrainingWorkspaceMode(WorkspaceMode.NONE);
    chain.configuration().setInferenceWorkspaceMode(WorkspaceMode.NONE);
    SideBySide.learn(chain, CLASSES);
  }

  /** A cross-entropy of somebody else's, with another gradient. */
  public static final class Doubled extends LossMCXENT {
    @Override
    public INDArray computeGradient(
        INDArray labels, INDArray z, IActivation activation, INDArray mask) {
      return super.computeGradient(labels, z, activation, mask).muli(2);
    }
  }

  /** A softmax of a lower temperature. */
  public static final class Sharp extends ActivationSoftmax {
    @Override
    public INDArray getActivation(INDArray z, boolean training) {
      return super.getActivation(z.muli(3), training);
    }
  }

  /** No identity, whatever it extends. */
  public static final class Halved extends ActivationIdentity {
    @Override
    public INDArray getActivation(INDArray z, boolean training) {
      return z.muli(0.5);
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray z, INDArray epsilon) {
      return new Pair<>(epsilon.mul(0.5), null);
    }
  }

  /** A relu of half the slope, equal to the plain one in all that that compares. */
  public static final class Flat extends ActivationReLU {
    @Override
    public INDArray getActivation(INDArray z, boolean training) {
      return super.getActivation(z, training).muli(0.5);
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray z, INDArray epsilon) {
      return new Pair<>(super.backprop(z, epsilon).getFirst().muli(0.5), null);
    }
  }

  static Stream<Arguments> othersOwn() {
    return Stream.of(
        Arguments.of("loss", dense(hidden(), new OutputLayer.Builder(new Doubled()))),
        Arguments.of("softmax", dense(hidden(), softmax().activation(new Sharp()))),
        Arguments.of("identity", dense(hidden().activation(new Halved()), softmax())),
        Arguments.of("relu", dense(hidden().activation(new Flat()), softmax())),
        Arguments.of("relu, maps", images(convolution(3, 3).activation(new Flat()).build())),
        Arguments.of(
            "relu with a slope",
            dense(hidden().activation(new ActivationReLU(null, null, 0.1)), softmax())),
        Arguments.of(
            "relu with an end",
            images(convolution(3, 3).activation(new ActivationReLU(0.1, null, null)).build())),
        Arguments.of(
            "another name of cross-entropy",
            dense(hidden(), new OutputLayer.Builder(new LossNegativeLogLikelihood()))));
  }

  /** What extends a class that we know is not that class. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("othersOwn")
  void subclassesAndOptionsKeepTheirMeaning(String name, Chain chain) {
    SideBySide.learn(chain, CLASSES);
  }

  static Stream<Arguments> unknown() {
    return Stream.of(
        Arguments.of("layer norm", 0, dense(hidden().hasLayerNorm(true), softmax())),
        Arguments.of("stride", 0, images(convolution(3, 3).stride(2, 1).build())),
        Arguments.of("dilation", 0, images(convolution(2, 2).dilation(2, 2).build())),
        Arguments.of("average", 1, pooled(PoolingType.AVG, 2, 2, ConvolutionMode.Truncate)),
        Arguments.of("overlapping", 1, pooled(PoolingType.MAX, 3, 2, ConvolutionMode.Truncate)),
        Arguments.of("same", 1, pooled(PoolingType.MAX, 2, 2, ConvolutionMode.Same)));
  }

  private static Chain pooled(PoolingType type, int size, int stride, ConvolutionMode mode) {
    int[] kernel = {size, size};
    return images(
        convolution(2, 2).build(),
        new SubsamplingLayer.Builder(type, kernel, new int[] {stride, stride})
            .convolutionMode(mode)
            .build());
  }

  /** An option that our layer does not have must not be passed over. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("unknown")
  void whatIsNotKnownStaysDeeplearning4js(String name, int index, Chain chain) {
    try (Network quick = Network.of(chain)) {
      assertThat(SideBySide.isOurs(SideBySide.layers(quick).get(index))).isFalse();
      SideBySide.learn(quick, SideBySide.stock(chain), CLASSES);
    }
  }

  @Test
  void imagesWithTheirChannelsLastAreLeftAlone() {
    var chain =
        new Chain(
            builder()
                .list()
                .layer(convolution(2, 2).dataFormat(CNN2DFormat.NHWC).build())
                .layer(
                    new SubsamplingLayer.Builder(
                            PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2})
                        .dataFormat(CNN2DFormat.NHWC)
                        .build())
                .layer(softmax().nOut(3).build())
                .setInputType(InputType.convolutional(7, 6, 1, CNN2DFormat.NHWC))
                .build());
    try (Network quick = Network.of(chain)) {
      assertThat(SideBySide.layers(quick).subList(0, 2)).noneMatch(SideBySide::isOurs);
    }
  }

  /** Doubles are none of our layers' business. */
  @Test
  void leavesANetworkOfDoublesAlone() {
    var configuration =
        new NeuralNetConfiguration.Builder()
            .dataType(DataType.DOUBLE)
            .list()
            .layer(new DenseLayer.Builder().nIn(4).nOut(5).build())
            .layer(new OutputLayer.Builder(new LossMCXENT()).nIn(5).nOut(3).build())
            .build();
    try (Network network = Network.of(new Chain(configuration))) {
      assertThat(SideBySide.layers(network)).noneMatch(SideBySide::isOurs);
    }
  }

  static Stream<Arguments> misfits() {
    return Stream.of(
        Arguments.of("dense", dense(new DenseLayer.Builder(), softmax()), rows(41)),
        Arguments.of("dense, too wide", dense(new DenseLayer.Builder(), softmax()), rows(43)),
        Arguments.of(
            "dense, images", dense(new DenseLayer.Builder(), softmax()), Nd4j.ones(4, 1, 7, 6)),
        Arguments.of("second layer", inconsistent(1, 4), rows(42)),
        Arguments.of("second layer, too wide", inconsistent(1, 70), rows(42)),
        Arguments.of("output", inconsistent(2, 70), rows(42)),
        Arguments.of("convolution, rows", chain(maps(1, 3), last()), rows(42)),
        Arguments.of("channels", chain(maps(2, 3), last()), Nd4j.ones(4, 1, 7, 6)),
        Arguments.of("large kernel", chain(maps(1, 8), last()), Nd4j.ones(4, 1, 7, 6)));
  }

  private static INDArray rows(int columns) {
    return Nd4j.ones(DataType.FLOAT, 4, columns);
  }

  /** As a file may have it: the builder sets this right. */
  private static Chain inconsistent(int index, int inputs) {
    Chain chain = chain(hidden().nIn(42).nOut(5).build(), hidden().nOut(5).build(), last());
    ((FeedForwardLayer) chain.layers().get(index)).setNIn(inputs);
    return chain;
  }

  private static ConvolutionLayer maps(int channels, int kernel) {
    return convolution(kernel, kernel).nIn(channels).build();
  }

  private static OutputLayer last() {
    return softmax().nIn(9).nOut(3).build();
  }

  private static Chain chain(org.deeplearning4j.nn.conf.layers.Layer... layers) {
    ListBuilder list = builder().list();
    for (org.deeplearning4j.nn.conf.layers.Layer layer : layers) {
      list.layer(layer);
    }
    return new Chain(list.build());
  }

  /** OpenBLAS would read and write beyond arrays; Deeplearning4j says what does not fit. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("misfits")
  void layersThatDoNotFitAreRefusedAsByDeeplearning4j(String name, Chain chain, INDArray features) {
    INDArray labels = Nd4j.zeros(DataType.FLOAT, 4, 3);
    var batch = new DataSet(features, labels);
    MultiLayerNetwork stock = SideBySide.stock(chain);
    assertThatThrownBy(() -> stock.fit(batch)).isInstanceOf(DL4JException.class);
    try (Network quick = Network.of(chain)) {
      assertThat(SideBySide.layers(quick)).anyMatch(SideBySide::isOurs);
      assertThatThrownBy(() -> quick.fit(batch)).isInstanceOf(DL4JException.class);
      assertThatThrownBy(() -> quick.output(features)).isInstanceOf(DL4JException.class);
    }
  }

  @Test
  void labelsOfAnotherWidthAreRefused() {
    try (Network quick = Network.of(dense(hidden(), softmax()))) {
      var batch = new DataSet(rows(42), Nd4j.zeros(DataType.FLOAT, 4, 5));
      assertThatThrownBy(() -> quick.fit(batch)).isInstanceOf(DL4JException.class);
    }
  }

  /** What does not fill a pool is left out, whatever the mode; only the builder refuses it. */
  @Test
  void poolsThatDoNotDivideAreAsByDeeplearning4j() {
    Chain chain = chain(pools(2, ConvolutionMode.Strict), last());
    INDArray images = Nd4j.rand(DataType.FLOAT, 4, 1, 7, 6);
    MultiLayerNetwork stock = SideBySide.stock(chain);
    try (Network quick = Network.of(chain)) {
      Layer layer = SideBySide.layers(quick).get(0);
      assertThat(SideBySide.isOurs(layer)).isTrue();
      LayerWorkspaceMgr workspaces = LayerWorkspaceMgr.noWorkspaces();
      assertThat(layer.activate(images, false, workspaces))
          .isEqualTo(stock.getLayer(0).activate(images, false, workspaces));
    }
  }

  private static SubsamplingLayer pools(int size, ConvolutionMode mode) {
    int[] kernel = {size, size};
    return new SubsamplingLayer.Builder(PoolingType.MAX, kernel, kernel)
        .convolutionMode(mode)
        .build();
  }

  @Test
  void poolsLargerThanTheirImagesAreRefused() {
    Chain chain = chain(pools(8, ConvolutionMode.Truncate), last());
    try (Network quick = Network.of(chain)) {
      assertThatThrownBy(() -> quick.output(Nd4j.ones(4, 1, 7, 6)))
          .isInstanceOf(DL4JException.class);
      assertThatThrownBy(() -> quick.output(rows(42))).isInstanceOf(DL4JException.class);
    }
  }

  /** exp(1000) is no float. */
  @Test
  void logitsOfAnySizeLearnWhatTheyShould() {
    Chain chain = dense(hidden(), softmax());
    MultiLayerNetwork stock = SideBySide.stock(chain);
    try (Network quick = Network.of(chain)) {
      INDArray features = rows(42).muli(1e4);
      INDArray labels = Nd4j.zeros(DataType.FLOAT, 4, 3);
      labels.putScalar(0, 1, 1).putScalar(1, 0, 1).putScalar(2, 2, 1).putScalar(3, 1, 1);
      var batch = new DataSet(features, labels);
      stock.fit(batch.copy());
      quick.fit(batch);
      assertThat(quick.params().distance2(stock.params()))
          .isLessThan(1e-5 * stock.params().norm2Number().doubleValue());
    }
  }
}
