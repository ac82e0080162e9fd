package sweep4j.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.ops.transforms.Transforms;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ParameterValue.Flag;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;

/** What stands between input and output, and what is random there in training only. */
class HiddenLayersTest {

  /** Else a catalogue that grows would change the results of sweeps that do not use the growth. */
  @Test
  void defaultsAreAPlainNetwork() {
    MultiLayerConfiguration plain =
        new NeuralNetConfiguration.Builder()
            .seed(99)
            .updater(new Adam(1e-3))
            .list()
            .layer(
                new DenseLayer.Builder()
                    .nIn(5)
                    .nOut(64)
                    .activation(Activation.RELU)
                    .weightInit(WeightInit.RELU)
                    .build())
            .layer(
                new OutputLayer.Builder(LossFunction.MCXENT)
                    .nIn(64)
                    .nOut(3)
                    .activation(Activation.SOFTMAX)
                    .weightInit(WeightInit.XAVIER)
                    .build())
            .build();
    assertThat(Nets.mlp(Nets.SHAPE, Hyperparameters.defaults()).toJson()).isEqualTo(plain.toJson());
  }

  @Test
  void asManyAsAskedFor() {
    var h =
        Hyperparameters.defaults()
            .with(Hyperparameter.HIDDEN_UNITS, new Widths(List.of(9)))
            .with(Hyperparameter.HIDDEN_LAYERS, new Whole(3));
    var network = Nets.network(h);
    assertThat(network.getnLayers()).isEqualTo(4);
    assertThat(network.getParam("2_W").shape()).containsExactly(9, 9);
  }

  /** The deviations of W. Uniform ones have that of their bound by sqrt(3). */
  @ParameterizedTest
  @CsvSource({
    "xavier, 2.0, 900",
    "xavier_uniform, 2.0, 900",
    "he, 2.0, 400",
    "he_uniform, 2.0, 400",
    "lecun, 1.0, 400",
    "lecun_uniform, 1.0, 400",
    "normal, 1.0, 400",
    "uniform, 0.333333333333, 400"
  })
  void initialWeightsHaveTheVarianceOfTheirName(String name, double numerator, int denominator) {
    var h =
        Nets.with(Nets.small(), Hyperparameter.WEIGHT_INIT, name)
            .with(Hyperparameter.HIDDEN_UNITS, new Widths(List.of(400, 500)));
    double[] weights = Nets.network(h).getParam("1_W").dup().data().asDouble();
    double expected = Math.sqrt(numerator / denominator);
    // 200,000 draws: a relative standard error of 0.0016, and five of them.
    assertThat(new StandardDeviation().evaluate(weights))
        .isCloseTo(expected, within(0.008 * expected));
    boolean bounded = Arrays.stream(weights).allMatch(w -> Math.abs(w) <= 1.74 * expected);
    assertThat(bounded).isEqualTo(name.contains("uniform"));
  }

  @Test
  void theOutputLayerHasTheChosenWeightsToo() {
    var auto = Nets.network(Nets.small()).getParam("2_W");
    var he = Nets.network(Nets.with(Nets.small(), Hyperparameter.WEIGHT_INIT, "he"));
    // Both scale the same draws.
    assertThat(he.getParam("2_W").div(auto).meanNumber().doubleValue())
        .isCloseTo(Math.sqrt((2.0 / 6) / (2.0 / 9)), within(1e-5));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.5})
  void inputNoiseHasItsStandardDeviation(double deviation) {
    var network = Nets.network(Nets.with(Nets.small(), Hyperparameter.INPUT_NOISE, deviation));
    INDArray input = Nd4j.create(4000, 5).addi(3);
    List<INDArray> training = network.feedForward(input, true);
    INDArray noise = training.get(1).sub(3);
    // 20,000 draws: relative standard error 0.005 of the deviation, 0.007 of it for the mean.
    assertThat(new StandardDeviation().evaluate(noise.dup().data().asDouble()))
        .isCloseTo(deviation, within(0.025 * deviation));
    assertThat(noise.meanNumber().doubleValue()).isCloseTo(0, within(0.035 * deviation));
    assertThat(input.meanNumber().doubleValue()).as("the batch itself").isEqualTo(3);
    assertThat(network.feedForward(input, false).get(1)).isEqualTo(input);
  }

  @Test
  void weightNoiseHasItsStandardDeviationAndLeavesBiases() {
    double deviation = 0.05;
    var h =
        Nets.with(Nets.small(), Hyperparameter.WEIGHT_NOISE, deviation)
            .with(Hyperparameter.HIDDEN_UNITS, new Widths(List.of(2000)));
    var network = Nets.network(h);
    // Row i of the identity shows row i of the weights; tanh can be undone.
    INDArray noisy = Transforms.atanh(network.feedForward(Nd4j.eye(5), true).get(1), true);
    INDArray noise = noisy.subi(network.getParam("0_W"));
    // 10,000 draws: relative standard error 0.007; near 1 atanh loses some digits, not the third.
    assertThat(new StandardDeviation().evaluate(noise.dup().data().asDouble()))
        .isCloseTo(deviation, within(0.04 * deviation));
    INDArray nothing = Nd4j.create(1, 5);
    assertThat(network.feedForward(nothing, true).get(1).normmaxNumber().doubleValue())
        .as("biases start at 0")
        .isZero();
    var quiet =
        Nets.network(Nets.small().with(Hyperparameter.HIDDEN_UNITS, new Widths(List.of(2000))));
    assertThat(network.output(Nd4j.eye(5))).isEqualTo(quiet.output(Nd4j.eye(5)));
  }

  /** Counts weights without a gradient: the gradient of a weight is input times error. */
  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.7})
  void inputDropoutIsTheShareOfTheRawInputSetToZero(double share) {
    int inputs = 3000;
    var h = Nets.with(Nets.small(), Hyperparameter.INPUT_DROPOUT, share);
    var network =
        new MultiLayerNetwork(Nets.mlp(new NetworkShape(Nets.SHAPE.task(), inputs, 3), h));
    network.init();
    network.setInput(Nd4j.ones(1, inputs).muli(0.01));
    network.setLabels(Nets.batch(1).getLabels());
    network.computeGradientAndScore();
    double[] norms = network.gradient().getGradientFor("0_W").norm1(1).data().asDouble();
    double silent = (double) Arrays.stream(norms).filter(norm -> norm == 0).count() / inputs;
    // 3,000 draws: a standard deviation of at most 0.0092, and five of them.
    assertThat(silent).isCloseTo(share, within(0.046));
    assertThat(network.gradient().getGradientFor("1_W").norm1(1).minNumber().doubleValue())
        .as("of hidden outputs")
        .isPositive();
  }

  @Test
  void batchNormStandsBeforeEachActivationAndEvaluatesByRunningStatistics() {
    var h = Nets.with(Nets.plain(), Hyperparameter.LEARNING_RATE, 1e-30);
    var network = Nets.network(h.with(Hyperparameter.BATCH_NORM, new Flag(true)));
    network.getParam("1_gamma").assign(1.5);
    network.getParam("1_beta").assign(-0.5);
    for (int i = 0; i < 10; i++) {
      network.fit(Nets.batch(9));
    }
    INDArray input = Nets.batch(9).getFeatures();
    INDArray summed = input.mmul(network.getParam("0_W"));
    // They move by a tenth at each iteration, from mean 0 and variance 1.
    double left = Math.pow(0.9, 10);
    assertThat(
            network
                .getParam("1_mean")
                .reshape(1, 7)
                .equalsWithEps(summed.mean(0).reshape(1, 7).muli(1 - left), 1e-5))
        .isTrue();
    assertThat(
            network
                .getParam("1_var")
                .reshape(1, 7)
                .equalsWithEps(summed.var(false, 0).reshape(1, 7).muli(1 - left).addi(left), 1e-5))
        .isTrue();

    INDArray normalized =
        summed
            .subRowVector(network.getParam("1_mean"))
            .diviRowVector(Transforms.sqrt(network.getParam("1_var").add(1e-5), true))
            .muliRowVector(network.getParam("1_gamma"))
            .addiRowVector(network.getParam("1_beta"));
    INDArray hidden = network.feedForward(input, false).get(3);
    assertThat(hidden.equalsWithEps(Transforms.tanh(normalized, true), 1e-5)).isTrue();
    INDArray alone = network.output(input.getRows(0));
    assertThat(alone.equalsWithEps(network.output(input).getRows(0), 1e-6))
        .as("an example's answer does not depend on its neighbours")
        .isTrue();
    assertThat(network.paramTable()).doesNotContainKey("0_b");
  }

  /** By finite differences, since Deeplearning4j has several paths for this layer. */
  @Test
  void theGradientGoesThroughTheStatisticsOfTheBatch() {
    var network = Nets.network(Nets.plain().with(Hyperparameter.BATCH_NORM, new Flag(true)));
    DataSet batch = Nets.batch(9);
    INDArray start = network.params().dup();
    INDArray gradient = Nets.step(network, batch);
    double h = 1e-2;
    for (int i = 0; i < 35; i++) {
      network.params().assign(start).putScalar(i, start.getDouble(i) + h);
      double above = network.score(batch, true);
      network.params().putScalar(i, start.getDouble(i) - h);
      double below = network.score(batch, true);
      // Roundings of the score by h, and the third derivative times h squared.
      assertThat(gradient.getDouble(i)).isCloseTo((above - below) / (2 * h), within(1e-3));
    }
    assertThat(gradient.getDouble(0)).isNotCloseTo(0, within(2e-3));
  }
}
