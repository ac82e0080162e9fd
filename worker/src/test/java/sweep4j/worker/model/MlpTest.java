package sweep4j.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Legal;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Widths;
import sweep4j.trial.Task;

/** That hyperparameters reach Deeplearning4j with the meaning that the sweep file gives them. */
class MlpTest {

  private static final NetworkShape SHAPE = new NetworkShape(Task.CLASSIFICATION, 5, 3);

  @Test
  void lambdaIsTheCoefficientOfTheSumOfSquaredWeightsWithoutBiases() {
    double lambda = 0.37;
    var network = network(hyperparameters().with(Hyperparameter.LAMBDA, new Real(lambda)));
    // Biases start at 0, where a penalty on them could hide.
    network.params().addi(0.25);

    double byHand = 0;
    for (String weights : List.of("0_W", "1_W", "2_W")) {
      for (double w : network.getParam(weights).dup().data().asDouble()) {
        byHand += w * w;
      }
    }
    byHand *= lambda;

    DataSet batch = batch(4);
    double withPenalty = network.score(batch, false);
    // A few float roundings of a sum of about 100 squares.
    assertThat(withPenalty - dataLoss(network, batch)).isCloseTo(byHand, within(1e-5 * byHand));
  }

  /** The penalty's gradient is what trains; a score alone could be right by accident. */
  @Test
  void theGradientOfThePenaltyIsTwoLambdaTimesTheWeight() {
    double lambda = 0.37;
    // With plain gradient descent at rate 1, a step is the gradient.
    var plain =
        hyperparameters()
            .with(Hyperparameter.UPDATER, new Text("sgd"))
            .with(Hyperparameter.LEARNING_RATE, new Real(1.0));
    var without = network(plain);
    var with = network(plain.with(Hyperparameter.LAMBDA, new Real(lambda)));
    assertThat(with.params()).isEqualTo(without.params());
    INDArray weights = with.getParam("1_W").dup();
    INDArray biases = with.getParam("1_b").dup();

    without.fit(batch(4));
    with.fit(batch(4));

    INDArray extraStep = without.getParam("1_W").sub(with.getParam("1_W"));
    // A few roundings of weights of about 1.
    assertThat(extraStep.equalsWithEps(weights.mul(2 * lambda), 1e-6)).isTrue();
    assertThat(weights.norm2Number().doubleValue()).isGreaterThan(0.5);
    assertThat(with.getParam("1_b")).isEqualTo(without.getParam("1_b"));
    assertThat(with.getParam("1_b")).isNotEqualTo(biases);
  }

  /**
   * Counts dropped units in a real training step of one example: the gradient of a weight is input
   * times error, so it is zero for all weights of a unit if and only if the unit gave out zero.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.8})
  void dropoutIsTheShareOfHiddenOutputsSetToZeroInTraining(double dropout) {
    int width = 2000;
    var network =
        network(
            hyperparameters()
                // A sigmoid's output is never 0 by itself.
                .with(Hyperparameter.ACTIVATION, new Text("sigmoid"))
                .with(Hyperparameter.HIDDEN_UNITS, new Widths(List.of(width, width)))
                .with(Hyperparameter.DROPOUT, new Real(dropout)));
    DataSet one = batch(1);
    network.setInput(one.getFeatures());
    network.setLabels(one.getLabels());
    network.computeGradientAndScore();

    // 2,000 draws: a standard deviation of at most 0.0112, and five of them.
    assertThat(shareOfSilentUnits(network, "1_W")).isCloseTo(dropout, within(0.056));
    assertThat(shareOfSilentUnits(network, "2_W")).isCloseTo(dropout, within(0.056));
    assertThat(shareOfSilentUnits(network, "0_W")).as("of the raw input").isZero();
  }

  @Test
  void nothingIsDroppedWhenANetworkIsUsed() {
    var with = network(hyperparameters().with(Hyperparameter.DROPOUT, new Real(0.9)));
    var without = network(hyperparameters());
    INDArray input = batch(6).getFeatures();
    assertThat(with.output(input)).isEqualTo(without.output(input));
  }

  @Test
  void everyChoiceOfTheCatalogueBuildsANetworkThatTrains() {
    for (Hyperparameter choice : List.of(Hyperparameter.ACTIVATION, Hyperparameter.UPDATER)) {
      for (String name : ((Legal.OneOf) choice.legal()).names()) {
        var network = network(hyperparameters().with(choice, new Text(name)));
        INDArray before = network.params().dup();
        network.fit(batch(4));
        assertThat(network.params()).as(name).isNotEqualTo(before);
        assertThat(network.params().sumNumber().doubleValue()).as(name).isFinite();
      }
    }
  }

  @Test
  void aRegressionEndsInOneLinearOutputWithSquaredError() {
    var network =
        new MultiLayerNetwork(Nets.mlp(new NetworkShape(Task.REGRESSION, 5, 1), hyperparameters()));
    network.init();
    INDArray input = batch(2).getFeatures();
    INDArray target = Nd4j.createFromArray(new float[][] {{100}, {-100}});
    INDArray error = network.output(input).sub(target);
    // Deeplearning4j's mean squared error: the mean over examples of one output.
    assertThat(network.score(new DataSet(input, target), false))
        .isCloseTo(error.mul(error).meanNumber().doubleValue(), within(1e-2));
  }

  private static double shareOfSilentUnits(MultiLayerNetwork network, String weights) {
    INDArray gradient = network.gradient().getGradientFor(weights);
    INDArray perUnit = gradient.norm1(1);
    long silent = 0;
    for (double norm : perUnit.data().asDouble()) {
      if (norm == 0.0) {
        silent++;
      }
    }
    return (double) silent / perUnit.length();
  }

  private static double dataLoss(MultiLayerNetwork network, DataSet batch) {
    INDArray output = network.output(batch.getFeatures());
    double sum = 0;
    for (int row = 0; row < batch.numExamples(); row++) {
      sum -= Math.log(output.getDouble(row, row % 3));
    }
    return sum / batch.numExamples();
  }

  /** Examples without a zero among their inputs; example i is of class i mod 3. */
  private static DataSet batch(int rows) {
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

  private static Hyperparameters hyperparameters() {
    return Hyperparameters.defaults().with(Hyperparameter.HIDDEN_UNITS, new Widths(List.of(7, 6)));
  }

  private static MultiLayerNetwork network(Hyperparameters hyperparameters) {
    var network = new MultiLayerNetwork(Nets.mlp(SHAPE, hyperparameters));
    network.init();
    return network;
  }
}
