package sweep4j.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.ParameterValue.Flag;

/** Penalties and bounds, seen in the steps of plain gradient descent at rate 1. */
class RegularizersTest {

  @Test
  void theElasticNetAddsTwoLambdaTimesTheWeightAndL1TimesItsSign() {
    double lambda = 0.2;
    double l1 = 0.03;
    var plain = Nets.plain();
    var without = Nets.network(plain);
    var h = Nets.with(Nets.with(plain, Hyperparameter.LAMBDA, lambda), Hyperparameter.L1, l1);
    var with = Nets.network(h);
    INDArray weights = with.getParam("1_W").dup();

    without.fit(Nets.batch(4));
    with.fit(Nets.batch(4));

    INDArray extra = without.getParam("1_W").sub(with.getParam("1_W"));
    INDArray expected = weights.mul(2 * lambda).addi(Transforms.sign(weights, true).muli(l1));
    // A few roundings of weights of about 1.
    assertThat(extra.equalsWithEps(expected, 1e-6)).isTrue();
    assertThat(with.getParam("1_b")).isEqualTo(without.getParam("1_b"));
  }

  @Test
  void l1IsTheCoefficientOfTheSumOfAbsoluteWeights() {
    var without = Nets.network(Nets.plain());
    var with = Nets.network(Nets.with(Nets.plain(), Hyperparameter.L1, 0.5));
    double sum = 0;
    for (String weights : List.of("0_W", "1_W", "2_W")) {
      sum += with.getParam(weights).norm1Number().doubleValue();
    }
    assertThat(with.score(Nets.batch(4), false) - without.score(Nets.batch(4), false))
        .isCloseTo(0.5 * sum, within(1e-5 * sum));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.05, 1e3})
  void noLayersGradientIsLongerThanItsBound(double bound) {
    var free = Nets.network(Nets.plain());
    var bounded = Nets.network(Nets.with(Nets.plain(), Hyperparameter.GRADIENT_CLIP_NORM, bound));
    free.fit(Nets.batch(4));
    bounded.fit(Nets.batch(4));
    var start = Nets.network(Nets.plain());
    for (int layer = 0; layer < 3; layer++) {
      INDArray whole = layer(start, layer).sub(layer(free, layer));
      INDArray cut = layer(start, layer).sub(layer(bounded, layer));
      double length = whole.norm2Number().doubleValue();
      // Roundings of some 50 weights of about 1.
      assertThat(cut.norm2Number().doubleValue()).isCloseTo(Math.min(length, bound), within(1e-6));
      assertThat(cut.equalsWithEps(whole.mul(Math.min(1, bound / length)), 1e-6))
          .as("the direction stays")
          .isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.02, 1e3})
  void noComponentOfTheGradientIsLargerThanItsBound(double bound) {
    var free = Nets.network(Nets.plain());
    var bounded = Nets.network(Nets.with(Nets.plain(), Hyperparameter.GRADIENT_CLIP_VALUE, bound));
    INDArray whole = Nets.step(free, Nets.batch(4));
    INDArray cut = Nets.step(bounded, Nets.batch(4));
    for (int i = 0; i < whole.length(); i++) {
      double expected = Math.max(-bound, Math.min(bound, whole.getDouble(i)));
      assertThat(cut.getDouble(i)).isCloseTo(expected, within(1e-6));
    }
    assertThat(whole.normmaxNumber().doubleValue()).isBetween(0.02, 1e3);
  }

  /**
   * Deeplearning4j moves running statistics by way of the gradient: were they clipped, evaluation
   * would be of another network than training.
   */
  @ParameterizedTest
  @ValueSource(strings = {"gradient_clip_norm", "gradient_clip_value"})
  void runningStatisticsAreNotClipped(String clip) {
    var h = Nets.plain().with(Hyperparameter.BATCH_NORM, new Flag(true));
    var free = Nets.network(h);
    var bounded = Nets.network(Nets.with(h, Hyperparameter.named(clip).orElseThrow(), 1e-6));
    free.fit(Nets.batch(9));
    bounded.fit(Nets.batch(9));
    assertThat(bounded.getParam("1_mean")).isEqualTo(free.getParam("1_mean"));
    assertThat(bounded.getParam("1_var")).isEqualTo(free.getParam("1_var"));
    assertThat(bounded.getParam("0_W")).isNotEqualTo(free.getParam("0_W"));
    assertThat(free.getParam("1_mean").norm2Number().doubleValue()).isGreaterThan(1e-3);
  }

  /** The parameters of a layer, one after the other. */
  private static INDArray layer(MultiLayerNetwork network, int layer) {
    return network.getLayer(layer).params().dup();
  }
}
