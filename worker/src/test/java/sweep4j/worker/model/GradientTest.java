package sweep4j.worker.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.gradientcheck.GradientCheckUtil.GraphConfig;
import org.deeplearning4j.gradientcheck.GradientCheckUtil.MLNConfig;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Legal.OneOf;
import sweep4j.trial.ModelType;
import sweep4j.trial.ModelType.Resnet.Block;
import sweep4j.trial.ParameterValue.Flag;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;
import sweep4j.trial.Task;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.model.NetworkConfiguration.Chain;
import sweep4j.worker.model.NetworkConfiguration.Graph;

/**
 * Prevents a network that learns, but along a wrong slope: each gradient is compared with finite
 * differences of the score, in double precision.
 */
class GradientTest {

  /** Of a central difference: rounding is near 1e-16 / 1e-6, truncation near its square. */
  private static final double EPSILON = 1e-6;

  /** Roundings of 1e-10 over gradients of 1e-6 and more; smaller ones count as equal. */
  private static final double MAX_RELATIVE_ERROR = 1e-4;

  private static final double MIN_ABSOLUTE_ERROR = 1e-9;

  /** Values of each array of weights that are checked; a wrong formula is wrong for most. */
  private static final int SOME = 12;

  private static final NetworkShape IMAGES =
      new NetworkShape(Task.CLASSIFICATION, 50, 3, new NetworkShape.Image(2, 5, 5));

  /** The check wants the whole process in double precision. */
  @BeforeAll
  static void inDoublePrecision() {
    NativeRuntime.ready();
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
  }

  @AfterAll
  static void inSinglePrecision() {
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
  }

  static Stream<Arguments> networks() {
    return Stream.of(
            new ModelType.Mlp(),
            new ModelType.Cnn(),
            new ModelType.Resnet(Block.DENSE),
            new ModelType.Resnet(Block.CONVOLUTIONAL))
        .flatMap(
            model ->
                Stream.concat(
                    activations(model),
                    Stream.of(
                        Arguments.of(
                            model, small().with(Hyperparameter.BATCH_NORM, new Flag(true))),
                        Arguments.of(model, small().with(Hyperparameter.LAMBDA, new Real(0.1))),
                        Arguments.of(model, small().with(Hyperparameter.L1, new Real(0.1))),
                        Arguments.of(
                            model,
                            small()
                                .with(Hyperparameter.KERNEL_SIZE, new Whole(2))
                                .with(Hyperparameter.POOL_SIZE, new Whole(1))))));
  }

  /** Also those with a kink, which no input of these examples comes near. */
  private static Stream<Arguments> activations(ModelType model) {
    List<String> names = ((OneOf) Hyperparameter.ACTIVATION.legal()).names();
    return names.stream()
        .map(name -> Arguments.of(model, Nets.with(small(), Hyperparameter.ACTIVATION, name)));
  }

  private static Hyperparameters small() {
    return Hyperparameters.defaults()
        .with(Hyperparameter.ACTIVATION, new Text("tanh"))
        .with(Hyperparameter.HIDDEN_UNITS, new Widths(List.of(4, 3)))
        .with(Hyperparameter.FILTERS, new Widths(List.of(3, 2)))
        .with(Hyperparameter.RESIDUAL_BLOCKS, new Whole(1));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void gradientsAreTheSlopesOfTheScore(ModelType model, Hyperparameters h) {
    NetworkConfiguration configuration = Networks.configure(model, IMAGES, h, Nets.LENGTH, 12345);
    withoutUpdaters(configuration.layers());
    double[] values = new SplittableRandom(3).doubles(200, -1, 1).toArray();
    INDArray input = Nd4j.createFromArray(values).reshape(4, 50);
    INDArray labels = Nd4j.zeros(DataType.DOUBLE, 4, 3);
    for (int row = 0; row < 4; row++) {
      labels.putScalar(row, row % 3, 1);
    }
    assertThat(
            configuration instanceof Chain chain
                ? check(chain(chain.configuration()), input, labels)
                : check(graph(((Graph) configuration).configuration()), input, labels))
        .isTrue();
  }

  private static boolean check(MultiLayerNetwork network, INDArray input, INDArray labels) {
    return GradientCheckUtil.checkGradients(
        new MLNConfig()
            .net(network)
            .input(input)
            .labels(labels)
            .epsilon(EPSILON)
            .maxRelError(MAX_RELATIVE_ERROR)
            .minAbsoluteError(MIN_ABSOLUTE_ERROR)
            .subset(true)
            .maxPerParam(SOME)
            .excludeParams(statistics(network.paramTable())));
  }

  private static boolean check(ComputationGraph network, INDArray input, INDArray labels) {
    return GradientCheckUtil.checkGradients(
        new GraphConfig()
            .net(network)
            .inputs(new INDArray[] {input})
            .labels(new INDArray[] {labels})
            .epsilon(EPSILON)
            .maxRelError(MAX_RELATIVE_ERROR)
            .minAbsoluteError(MIN_ABSOLUTE_ERROR)
            .subset(true)
            .maxPerParam(SOME)
            .excludeParams(statistics(network.paramTable())));
  }

  /** Running means and variances are counted among parameters, and have no gradient. */
  private static Set<String> statistics(Map<String, INDArray> parameters) {
    return parameters.keySet().stream()
        .filter(name -> name.endsWith("_mean") || name.endsWith("_var"))
        .collect(Collectors.toSet());
  }

  /** The check asks for an updater that leaves gradients as they are. */
  private static void withoutUpdaters(List<Layer> layers) {
    for (Layer layer : layers) {
      if (layer instanceof BaseLayer weighted) {
        weighted.setIUpdater(new NoOp());
      }
    }
  }

  private static MultiLayerNetwork chain(MultiLayerConfiguration configuration) {
    configuration.setDataType(DataType.DOUBLE);
    configuration.getConfs().forEach(each -> each.setDataType(DataType.DOUBLE));
    var network = new MultiLayerNetwork(configuration);
    network.init();
    return network;
  }

  private static ComputationGraph graph(ComputationGraphConfiguration configuration) {
    configuration.setDataType(DataType.DOUBLE);
    configuration.getDefaultConfiguration().setDataType(DataType.DOUBLE);
    var network = new ComputationGraph(configuration);
    network.init();
    return network;
  }
}
