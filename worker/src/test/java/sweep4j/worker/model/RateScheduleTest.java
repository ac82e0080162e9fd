package sweep4j.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ParameterValue.Whole;

/**
 * Prevents a schedule that is off by an epoch, or counts iterations for epochs, which still learns.
 */
class RateScheduleTest {

  private static final double RATE = 0.2;

  private static RateSchedule schedule(Hyperparameters h) {
    return RateSchedule.of(Nets.with(h, Hyperparameter.LEARNING_RATE, RATE), Nets.LENGTH);
  }

  /** Of 10 epochs with 4 iterations each; the formulas are those of the catalogue, by hand. */
  @ParameterizedTest
  @CsvSource({
    "constant, 0, 0, 1.0",
    "constant, 0, 39, 1.0",
    "step, 0.5, 0, 1.0",
    "step, 0.5, 11, 1.0", // epoch 2.75; a step every 3
    "step, 0.5, 12, 0.5",
    "step, 0.5, 24, 0.25",
    "exponential, 0.9, 0, 1.0",
    "exponential, 0.9, 2, 0.9486832980505138", // sqrt(0.9)
    "exponential, 0.9, 8, 0.81",
    "inverse, 0.5, 0, 1.0",
    "inverse, 0.5, 8, 0.5",
    "inverse, 0.5, 24, 0.25",
    "cosine, 0.0, 0, 1.0",
    "cosine, 0.0, 20, 0.5",
    "cosine, 0.0, 40, 0.0",
    "cosine, 0.2, 20, 0.6",
    "cosine, 0.2, 40, 0.2"
  })
  void fallsByItsFormula(String name, double decay, int iteration, double factor) {
    var h = Nets.with(Hyperparameters.defaults(), Hyperparameter.LEARNING_RATE_SCHEDULE, name);
    h = h.with(Hyperparameter.LEARNING_RATE_STEP_EPOCHS, new Whole(3));
    if (!name.equals("constant")) {
      h = Nets.with(h, Hyperparameter.LEARNING_RATE_DECAY, decay);
    }
    // A few roundings of a double.
    assertThat(schedule(h).valueAt(iteration, 0)).isCloseTo(RATE * factor, within(1e-15));
  }

  @Test
  void risesOverTheWarmUpAndFallsFromThere() {
    var h = Nets.with(Hyperparameters.defaults(), Hyperparameter.WARMUP_EPOCHS, 2.5);
    h = Nets.with(h, Hyperparameter.LEARNING_RATE_SCHEDULE, "cosine");
    var schedule = schedule(h);
    assertThat(schedule.valueAt(0, 0)).isCloseTo(0, within(1e-15));
    assertThat(schedule.valueAt(5, 0)).isCloseTo(RATE / 2, within(1e-15));
    assertThat(schedule.valueAt(10, 0)).isCloseTo(RATE, within(1e-15));
    // Half way through the 7.5 epochs that are left.
    assertThat(schedule.valueAt(25, 0)).isCloseTo(RATE / 2, within(1e-15));
    assertThat(schedule.valueAt(40, 0)).isCloseTo(0, within(1e-15));
  }

  @Test
  void aWarmUpWithoutEndNeverFalls() {
    var h = Nets.with(Hyperparameters.defaults(), Hyperparameter.WARMUP_EPOCHS, 100);
    h = Nets.with(h, Hyperparameter.LEARNING_RATE_SCHEDULE, "cosine");
    assertThat(schedule(h).valueAt(40, 0)).isCloseTo(RATE / 10, within(1e-15));
  }

  /** With each updater, Deeplearning4j must ask for the rate of the right iteration, from 0. */
  @ParameterizedTest
  @CsvSource({"sgd, 0.0", "sgd, 0.5", "nesterovs, 0.0"})
  void stepsOfANetworkFollowIt(String updater, double momentum) {
    var h = Nets.with(Nets.small(), Hyperparameter.UPDATER, updater);
    h = Nets.with(h, Hyperparameter.LEARNING_RATE, RATE);
    h = Nets.with(h, Hyperparameter.MOMENTUM, momentum);
    h = Nets.with(h, Hyperparameter.WARMUP_EPOCHS, 1);
    h = Nets.with(h, Hyperparameter.LEARNING_RATE_SCHEDULE, "inverse");
    h = Nets.with(h, Hyperparameter.LEARNING_RATE_DECAY, 1.0);
    var network = Nets.network(h);
    var gradients = Nets.network(Nets.plain());
    double[] factors = {0, 0.25, 0.5, 0.75, 1, 1 / 1.25, 1 / 1.5};
    INDArray carried = network.params().mul(0);
    for (double factor : factors) {
      gradients.params().assign(network.params());
      carried.muli(momentum).addi(Nets.step(gradients, Nets.batch(4)).muli(RATE * factor));
      INDArray step = Nets.step(network, Nets.batch(4));
      // Roundings of weights of about 1.
      assertThat(step.equalsWithEps(carried, 1e-6)).as("factor %s", factor).isTrue();
    }
    assertThat(carried.norm2Number().doubleValue()).isGreaterThan(1e-2);
  }

  /** ND4J's Adam takes a rate of 0 for its epsilon, which here would be a wild step. */
  @ParameterizedTest
  @ValueSource(strings = {"adam", "adamw", "rmsprop"})
  void adaptiveUpdatersFollowItFromZeroOn(String updater) {
    var h = Nets.with(Nets.small(), Hyperparameter.UPDATER, updater);
    h = Nets.with(h, Hyperparameter.EPSILON, 0.5);
    h = Nets.with(h, Hyperparameter.WARMUP_EPOCHS, 1);
    var network = Nets.network(h);

    assertThat(Nets.step(network, Nets.batch(4)).normmaxNumber().doubleValue()).isLessThan(1e-20);
    assertThat(Nets.step(network, Nets.batch(4)).normmaxNumber().doubleValue())
        .isBetween(1e-6, 1e-2);
  }
}
