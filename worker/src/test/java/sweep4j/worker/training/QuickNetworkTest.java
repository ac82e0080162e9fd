package sweep4j.worker.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ModelType;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Flag;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;
import sweep4j.trial.Task;
import sweep4j.trial.Tunable;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.model.NetworkConfiguration.Chain;
import sweep4j.worker.model.NetworkShape;
import sweep4j.worker.model.Networks;
import sweep4j.worker.model.TrainingLength;

/**
 * Prevents a speed-up that changes what is learned: networks trained with our layers and updates
 * beside the same ones trained by Deeplearning4j alone.
 */
class QuickNetworkTest {
  private static final int STEPS = 25;

  /**
   * Sums of some hundred products in another order differ by a few units of 6e-8 of their terms;
   * steps of at most 0.01 make weights of near 1 of these.
   */
  private static final double ROUNDING = 2e-5;

  /** Each is of 1 channel, 7 rows and 6 columns: odd and even, and not square. */
  private static final NetworkShape.Image IMAGE = new NetworkShape.Image(1, 7, 6);

  private static final NetworkShape CLASSES =
      new NetworkShape(Task.CLASSIFICATION, 42, 3, List.of(5, 1, 4), IMAGE);

  private static final NetworkShape NUMBER =
      new NetworkShape(Task.REGRESSION, 42, 1, List.of(), IMAGE);

  @BeforeAll
  static void prepareThread() {
    NativeRuntime.ready();
  }

  static Stream<Arguments> networks() {
    return Stream.of(
            perceptrons("relu", "tanh", "sigmoid", "gelu", "selu", "leakyrelu", "elu", "swish"),
            images("relu", "elu"),
            Stream.of(
                mlp("regression", NUMBER, Map.of()),
                mlp("sgd", CLASSES, updater("sgd")),
                mlp("adamw", CLASSES, adamw()),
                mlp("momentum, by Deeplearning4j", CLASSES, momentum()),
                mlp("rmsprop, by Deeplearning4j", CLASSES, updater("rmsprop")),
                mlp("lambda and l1", CLASSES, penalties()),
                mlp("batch norm", CLASSES, Map.of(Hyperparameter.BATCH_NORM, new Flag(true))),
                mlp("max norm", CLASSES, real(Hyperparameter.MAX_NORM, 0.5)),
                mlp("class weights", CLASSES, text(Hyperparameter.CLASS_WEIGHTS, "balanced")),
                mlp("cosine", CLASSES, text(Hyperparameter.LEARNING_RATE_SCHEDULE, "cosine")),
                mlp("clipping", CLASSES, real(Hyperparameter.GRADIENT_CLIP_NORM, 0.1)),
                cnn("cnn, batch norm", normalizedImages()),
                cnn("cnn, kernel 2", whole(Hyperparameter.KERNEL_SIZE, 2)),
                cnn("cnn, kernel 5", whole(Hyperparameter.KERNEL_SIZE, 5)),
                cnn("cnn, no pooling", whole(Hyperparameter.POOL_SIZE, 1)),
                cnn("cnn, lambda", real(Hyperparameter.LAMBDA, 0.01))))
        .flatMap(stream -> stream);
  }

  private static Stream<Arguments> perceptrons(String... activations) {
    return Stream.of(activations)
        .map(name -> mlp(name, CLASSES, text(Hyperparameter.ACTIVATION, name)));
  }

  private static Stream<Arguments> images(String... activations) {
    return Stream.of(activations)
        .map(name -> cnn("cnn, " + name, text(Hyperparameter.ACTIVATION, name)));
  }

  private static Arguments mlp(
      String name, NetworkShape shape, Map<Hyperparameter, ParameterValue> values) {
    return Arguments.of(
        name, new ModelType.Mlp(), shape, with(values, Hyperparameter.HIDDEN_UNITS, widths(9, 8)));
  }

  private static Arguments cnn(String name, Map<Hyperparameter, ParameterValue> values) {
    var all = with(values, Hyperparameter.HIDDEN_UNITS, widths(8));
    all = with(all, Hyperparameter.FILTERS, widths(3, 4));
    return Arguments.of(name, new ModelType.Cnn(), CLASSES, all);
  }

  private static Map<Hyperparameter, ParameterValue> with(
      Map<Hyperparameter, ParameterValue> values, Hyperparameter also, ParameterValue value) {
    var all = new HashMap<>(values);
    all.putIfAbsent(also, value);
    return all;
  }

  private static Widths widths(Integer... widths) {
    return new Widths(List.of(widths));
  }

  private static Map<Hyperparameter, ParameterValue> updater(String name) {
    return text(Hyperparameter.UPDATER, name);
  }

  private static Map<Hyperparameter, ParameterValue> momentum() {
    return with(updater("sgd"), Hyperparameter.MOMENTUM, new Real(0.5));
  }

  private static Map<Hyperparameter, ParameterValue> adamw() {
    return with(updater("adamw"), Hyperparameter.LAMBDA, new Real(0.1));
  }

  /** Not Adam: it makes whole steps of gradients that are nothing but rounding. */
  private static Map<Hyperparameter, ParameterValue> normalizedImages() {
    return with(updater("sgd"), Hyperparameter.BATCH_NORM, new Flag(true));
  }

  private static Map<Hyperparameter, ParameterValue> penalties() {
    return with(real(Hyperparameter.LAMBDA, 0.01), Hyperparameter.L1, new Real(0.01));
  }

  private static Map<Hyperparameter, ParameterValue> real(Hyperparameter name, double value) {
    return Map.of(name, new Real(value));
  }

  private static Map<Hyperparameter, ParameterValue> whole(Hyperparameter name, int value) {
    return Map.of(name, new Whole(value));
  }

  private static Map<Hyperparameter, ParameterValue> text(Hyperparameter name, String value) {
    return Map.of(name, new Text(value));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void learnsWhatDeeplearning4jLearns(
      String name, ModelType type, NetworkShape shape, Map<Tunable, ParameterValue> values) {
    learnsWhatDeeplearning4jLearns(configuration(type, shape, values), shape);
  }

  /** Of a kind that a file may describe, but no hyperparameters. */
  @Test
  void learnsTheSameWithPaddingByNumbers() {
    var configuration =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .updater(new Sgd(0.01))
            .list()
            .inputPreProcessor(0, new FeedForwardToCnnPreProcessor(7, 6, 1))
            .layer(convolution(new int[] {3, 2}, new int[] {1, 0}, ConvolutionMode.Truncate))
            .layer(convolution(new int[] {2, 3}, new int[] {0, 2}, ConvolutionMode.Strict))
            .layer(new DenseLayer.Builder().nOut(5).activation(Activation.TANH).build())
            .layer(new OutputLayer.Builder(new LossMCXENT()).nOut(3).build())
            .setInputType(InputType.convolutionalFlat(7, 6, 1))
            .build();
    learnsWhatDeeplearning4jLearns(new Chain(configuration), CLASSES);
  }

  private static ConvolutionLayer convolution(int[] kernel, int[] padding, ConvolutionMode mode) {
    return new ConvolutionLayer.Builder(kernel)
        .padding(padding)
        .convolutionMode(mode)
        .activation(Activation.RELU)
        .nOut(3)
        .build();
  }

  /** Doubles are none of our layers' business. */
  @Test
  void leavesANetworkOfDoublesAlone() {
    var configuration =
        new NeuralNetConfiguration.Builder()
            .dataType(DataType.DOUBLE)
            .list()
            .layer(new DenseLayer.Builder().nIn(4).nOut(5).build())
            .layer(new OutputLayer.Builder(new LossMCXENT()).nOut(3).build())
            .build();
    try (Network network = Network.of(new Chain(configuration))) {
      assertThat(((MultiLayerNetwork) network.model()).getLayers())
          .noneMatch(layer -> isOurs(layer));
    }
  }

  private static void learnsWhatDeeplearning4jLearns(Chain configuration, NetworkShape shape) {
    var stock = new MultiLayerNetwork(configuration.configuration().clone());
    stock.init();
    var random = new SplittableRandom(1);
    try (Network quick = Network.of(configuration)) {
      assertThat(((MultiLayerNetwork) quick.model()).getLayers())
          .as("the test compares Deeplearning4j with itself")
          .anyMatch(layer -> isOurs(layer));
      for (int step = 0; step < STEPS; step++) {
        DataSet batch = batch(shape, step % 5 == 4 ? 3 : 16, random);
        stock.fit(batch.copy());
        quick.fit(batch);
      }
      assertThat(quick.iteration()).isEqualTo(stock.getIterationCount());
      assertThat(
              quick.params().distance2(stock.params()) / stock.params().norm2Number().doubleValue())
          .isLessThan(ROUNDING);
      INDArray features = batch(shape, 5, random).getFeatures();
      assertThat(
              quick.output(features).sub(stock.output(features, false)).norm2Number().doubleValue())
          .isLessThan(1e-3);
    }
  }

  private static boolean isOurs(Layer layer) {
    return layer.getClass().getPackageName().equals("sweep4j.worker.quick");
  }

  private static Chain configuration(
      ModelType type, NetworkShape shape, Map<Tunable, ParameterValue> values) {
    var all = new HashMap<>(values);
    all.put(Hyperparameter.LEARNING_RATE, new Real(0.01));
    return (Chain)
        Networks.configure(
            type,
            shape,
            Hyperparameters.defaults().with(new Hyperparameters(all)),
            new TrainingLength(2, STEPS),
            1);
  }

  private static DataSet batch(NetworkShape shape, int rows, SplittableRandom random) {
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
