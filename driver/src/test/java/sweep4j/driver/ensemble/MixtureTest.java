package sweep4j.driver.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import sweep4j.trial.Score;

/** Scores by hand: a mean of logarithms or of classes looks as good as one of probabilities. */
class MixtureTest {

  /** A few roundings of numbers around 1. */
  private static final double ROUNDING = 1e-14;

  @Test
  void probabilitiesAreAveragedByWeight() {
    var mixture = new Mixture(Models.class0(2), new Weights(List.of(3, 0, 1)));
    mixture.add(Models.sureOfClass0(0.8, 0.2));
    mixture.add(Models.sureOfClass0(0.001, 0.001));
    mixture.add(Models.sureOfClass0(0.4, 0.6));

    Score score = mixture.score();

    // (3 * 0.8 + 0.4) / 4 = 0.7 is right, (3 * 0.2 + 0.6) / 4 = 0.3 is not.
    assertThat(score.loss()).isCloseTo(-(Math.log(0.7) + Math.log(0.3)) / 2, within(ROUNDING));
    assertThat(score.quality()).isEqualTo(0.5);
  }

  @Test
  void predictionsAreAveragedAndTheErrorHasTheLabelsUnit() {
    var truth = new RightNumbers(10, new double[] {1, -1});
    var mixture = new Mixture(truth, Weights.even(2));
    mixture.add(Models.numbers(2, -1));
    mixture.add(Models.numbers(6, -1));

    // Errors 3 and 0.
    assertThat(mixture.score().loss()).isCloseTo(4.5, within(ROUNDING));
    assertThat(mixture.score().quality()).isCloseTo(10 * Math.sqrt(4.5), within(10 * ROUNDING));
  }

  /** ln(1 + e + e^2) = 2.40760596444438 is what log-sum-exp gives. */
  @Test
  void whatANetworkComputesBecomesProbabilities() {
    var truth = new RightClasses(3, new int[] {1, 0});
    var mixture = new Mixture(truth, Weights.even(1));
    mixture.add(truth.answers(new float[] {0, 1, 2, 5000, -5000, 0}));

    assertThat(mixture.score().loss()).isCloseTo((2.40760596444438 - 1) / 2, within(ROUNDING));
    assertThat(mixture.score().quality()).isEqualTo(0.5);
  }

  /** In probabilities, the mean of two zeros would be an infinite loss. */
  @Test
  void aNetworkThatIsSureAndWrongHasAFiniteLoss() {
    var truth = new RightClasses(2, new int[] {1});
    var mixture = new Mixture(truth, Weights.even(2));
    mixture.add(truth.answers(new float[] {2000, 0}));
    mixture.add(truth.answers(new float[] {2000, 0}));

    assertThat(mixture.score().loss()).isCloseTo(2000, within(1e-9));
  }

  @Test
  void theFirstOfEqualClassesCounts() {
    var truth = new RightClasses(2, new int[] {0, 1});
    var mixture = new Mixture(truth, Weights.even(1));
    mixture.add(truth.answers(new float[] {1, 1, 1, 1}));

    assertThat(mixture.score().quality()).isEqualTo(0.5);
  }

  /** A model left out would silently give the others its weight. */
  @Test
  void isScoredWholeOnly() {
    var mixture = new Mixture(Models.class0(1), Weights.even(2));
    mixture.add(Models.sureOfClass0(0.5));

    assertThatThrownBy(mixture::score).hasMessageContaining("all 2 models");
    assertThatThrownBy(() -> mixture.add(Models.sureOfClass0(0.5, 0.5)))
        .hasMessageContaining("[1, 2]");
  }

  @Test
  void weightsAreShares() {
    assertThat(new Weights(List.of(3, 0, 1)).weight(0)).isEqualTo(0.75);
    assertThat(Weights.first(3).counts()).containsExactly(1, 0, 0);
    assertThatThrownBy(() -> new Weights(List.of(0, 0))).hasMessageContaining("[0, 0]");
    assertThatThrownBy(() -> new Weights(List.of(2, -1))).hasMessageContaining("[2, -1]");
  }
}
