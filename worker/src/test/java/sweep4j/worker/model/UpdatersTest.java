package sweep4j.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;

/** That updaters are the field's, with the settings of the sweep file, step by step. */
class UpdatersTest {

  private static IUpdater updater(Hyperparameters h) {
    var layer = (BaseLayer) Nets.network(h).getLayer(0).conf().getLayer();
    return layer.getIUpdater();
  }

  @Test
  void settingsArrive() {
    var h = Nets.with(Nets.small(), Hyperparameter.LEARNING_RATE, 0.3);
    var adam = Nets.with(h, Hyperparameter.UPDATER, "adam");
    adam = Nets.with(adam, Hyperparameter.BETA1, 0.8);
    adam = Nets.with(adam, Hyperparameter.BETA2, 0.99);
    adam = Nets.with(adam, Hyperparameter.EPSILON, 1e-4);
    assertThat(updater(adam)).isEqualTo(new Adam(0.3, 0.8, 0.99, 1e-4));
    assertThat(updater(Nets.with(adam, Hyperparameter.UPDATER, "adamw")))
        .isEqualTo(new Adam(0.3, 0.8, 0.99, 1e-4));

    var rms = Nets.with(h, Hyperparameter.UPDATER, "rmsprop");
    rms = Nets.with(rms, Hyperparameter.RMS_DECAY, 0.7);
    rms = Nets.with(rms, Hyperparameter.EPSILON, 1e-3);
    assertThat(updater(rms)).isEqualTo(new RmsProp(0.3, 0.7, 1e-3));

    var nesterovs = Nets.with(h, Hyperparameter.UPDATER, "nesterovs");
    assertThat(updater(nesterovs)).isEqualTo(new Nesterovs(0.3, 0.9));
    assertThat(updater(Nets.with(nesterovs, Hyperparameter.MOMENTUM, 0.5)))
        .isEqualTo(new Nesterovs(0.3, 0.5));
    assertThat(updater(Nets.with(h, Hyperparameter.UPDATER, "sgd"))).isEqualTo(new Sgd(0.3));
  }

  /** Two steps of adamw against the algorithm, on the gradients that plain descent shows. */
  @ParameterizedTest
  @CsvSource({"0.05, constant", "0.05, exponential", "0.0, constant"})
  void adamwTakesTheDecayOffBesideTheStepOfAdam(double lambda, String schedule) {
    double rate = 0.01;
    var h = Nets.with(Nets.small(), Hyperparameter.UPDATER, "adamw");
    h = Nets.with(h, Hyperparameter.LEARNING_RATE, rate);
    h = Nets.with(h, Hyperparameter.LAMBDA, lambda);
    h = Nets.with(h, Hyperparameter.LEARNING_RATE_SCHEDULE, schedule);
    MultiLayerNetwork network = Nets.network(h);
    MultiLayerNetwork gradients = Nets.network(Nets.plain());
    int first = index(network, "0_W");
    double m = 0;
    double v = 0;
    for (int t = 1; t <= 2; t++) {
      gradients.params().assign(network.params());
      double g = Nets.step(gradients, Nets.batch(4)).getDouble(first);
      double w = network.params().getDouble(first);
      m = 0.9 * m + 0.1 * g;
      v = 0.999 * v + 0.001 * g * g;
      double adam = m / (1 - Math.pow(0.9, t)) / (Math.sqrt(v / (1 - Math.pow(0.999, t))) + 1e-8);
      // Four iterations are an epoch; the exponential schedule falls to 0.95 in one.
      double now = schedule.equals("constant") ? rate : rate * Math.pow(0.95, (t - 1) / 4.0);

      double taken = Nets.step(network, Nets.batch(4)).getDouble(first);

      // A rounding of the weight, of about 0.5 * 2^-24, in a step of about 0.01.
      assertThat(taken).isCloseTo(now * (adam + 2 * lambda * w), within(2e-7));
    }
  }

  /** A decay of biases too would be another method under the same name. */
  @Test
  void adamwLeavesBiasesAlone() {
    var h = Nets.with(Nets.small(), Hyperparameter.UPDATER, "adamw");
    var without = Nets.network(h);
    var with = Nets.network(Nets.with(h, Hyperparameter.LAMBDA, 5.0));
    without.getParam("1_b").addi(0.5);
    with.getParam("1_b").addi(0.5);

    without.fit(Nets.batch(4));
    with.fit(Nets.batch(4));

    assertThat(with.getParam("1_b")).isEqualTo(without.getParam("1_b"));
    assertThat(with.getParam("1_W")).isNotEqualTo(without.getParam("1_W"));
  }

  @Test
  void classicalMomentumByHand() {
    var config = new Momentum(0.5, null, 0.9);
    INDArray state = Nd4j.create(2).addi(77);
    var updater = config.instantiate(state, true);
    INDArray gradient = Nd4j.createFromArray(1f, -2f);

    updater.applyUpdater(gradient, 0, 0);
    // v = 0.9 * 0 - 0.5 * g; taken off: -v.
    assertThat(gradient).isEqualTo(Nd4j.createFromArray(0.5f, -1f));

    gradient = Nd4j.createFromArray(4f, 0f);
    updater.applyUpdater(gradient, 1, 0);
    // v = 0.9 * (-0.5, 1) - 0.5 * (4, 0) = (-2.45, 0.9).
    assertThat(gradient.equalsWithEps(Nd4j.createFromArray(2.45f, -0.9f), 1e-6)).isTrue();
    assertThat(state.equalsWithEps(Nd4j.createFromArray(-2.45f, 0.9f), 1e-6))
        .as("what a checkpoint keeps")
        .isTrue();
  }

  /** The second step is that of plain descent from there, and mu times the first. */
  @Test
  void momentumOfSgdReachesTheNetwork() {
    double mu = 0.8;
    var sgd = Nets.with(Nets.plain(), Hyperparameter.LEARNING_RATE, 0.1);
    var plain = Nets.network(sgd);
    var heavy = Nets.network(Nets.with(sgd, Hyperparameter.MOMENTUM, mu));

    INDArray first = Nets.step(plain, Nets.batch(4));
    assertThat(Nets.step(heavy, Nets.batch(4))).isEqualTo(first);
    INDArray second = Nets.step(plain, Nets.batch(4));
    INDArray expected = second.add(first.mul(mu));

    assertThat(Nets.step(heavy, Nets.batch(4)).equalsWithEps(expected, 1e-6)).isTrue();
    assertThat(first.norm2Number().doubleValue()).isGreaterThan(1e-2);
  }

  /** Where a parameter begins among all. */
  private static int index(MultiLayerNetwork network, String name) {
    int index = 0;
    for (var each : network.paramTable().entrySet()) {
      if (each.getKey().equals(name)) {
        return index;
      }
      index += (int) each.getValue().length();
    }
    throw new IllegalArgumentException("no parameter is called " + name);
  }
}
