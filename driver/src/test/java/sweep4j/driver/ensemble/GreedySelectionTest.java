package sweep4j.driver.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A selection that adds the wrong model still gives an ensemble, only a worse one. */
class GreedySelectionTest {

  /**
   * The probabilities of the javadoc. Model 1 is no better than 2 alone, but right where 0 is
   * wrong. Mean losses: 0 alone 0.857; 0 and 1, both 0.5, 0.693; a third would take one of the rows
   * below 0.5 again.
   */
  @Test
  void aWeakerModelThatKnowsWhatTheBestDoesNotIsTaken() {
    List<Answers> models =
        List.of(
            Models.sureOfClass0(0.9, 0.2),
            Models.sureOfClass0(0.1, 0.8),
            Models.sureOfClass0(0.8, 0.1));

    Weights weights = GreedySelection.select(Models.class0(2), models);

    // (0.9 a + 0.1 (1 - a)) (0.2 a + 0.8 (1 - a)) has its maximum at a = 0.6041..; of the shares
    // with a denominator of 50 or less that a greedy walk passes, it ends nearest to that.
    assertThat(weights.counts().get(2)).isZero();
    assertThat(weights.weight(0)).isBetween(0.58, 0.63);
  }

  /** 1 predicts as much too high as 0 too low, so that their mean is exact and nothing better. */
  @Test
  void opposingErrorsOfARegressionCancel() {
    var truth = new RightNumbers(1, new double[] {1, 2, 3});

    Weights weights =
        GreedySelection.select(
            truth,
            List.of(
                Models.numbers(0.5, 1.5, 2.5),
                Models.numbers(9, 9, 9),
                Models.numbers(1.5, 2.5, 3.5)));

    assertThat(weights.counts()).containsExactly(1, 0, 1);
  }

  /** Rounding must not make several of one model out of it. */
  @Test
  void aModelThatNothingHelpsStaysAlone() {
    Truth truth = Models.class0(3);
    List<Answers> models =
        List.of(Models.sureOfClass0(0.3, 0.4, 0.3), Models.sureOfClass0(0.7, 0.9, 0.7));

    assertThat(GreedySelection.select(truth, models).counts()).containsExactly(0, 1);
  }

  @Test
  void ofEqualsTheBetterRankIsTaken() {
    Answers same = Models.sureOfClass0(0.7, 0.9);

    assertThat(GreedySelection.select(Models.class0(2), List.of(same, same, same)).counts())
        .containsExactly(1, 0, 0);
  }

  /**
   * The means of the walk are 3, -1, 1/3, 1, -1/5, 1/3, -3/7, 0: some are farther from zero than
   * the one before.
   */
  @Test
  void aRoundThatMakesItWorseIsNotTheEnd() {
    var truth = new RightNumbers(1, new double[] {0});

    Weights weights = GreedySelection.select(truth, List.of(Models.numbers(3), Models.numbers(-5)));

    assertThat(weights.counts()).containsExactly(5, 3);
  }

  /** A loss that is infinite for all must not end in an ensemble of nothing. */
  @Test
  void hopelessModelsGiveTheFirst() {
    Answers hopeless = Models.sureOfClass0(0.0, 0.5);

    assertThat(GreedySelection.select(Models.class0(2), List.of(hopeless, hopeless)).counts())
        .containsExactly(1, 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void isNeverWorseThanTheBestAloneOnTheRowsThatItIsChosenBy(long seed) {
    var random = new SplittableRandom(seed);
    int[] labels = Models.labels(40, 3, random);
    var truth = new RightClasses(3, labels);
    List<Answers> models =
        IntStream.range(0, 6)
            .mapToObj(model -> truth.answers(Models.network(3, labels, random)))
            .toList();

    Weights weights = GreedySelection.select(truth, models);

    var chosen = new Mixture(truth, weights);
    models.forEach(chosen::add);
    double bestAlone =
        models.stream()
            .mapToDouble(
                model -> {
                  var alone = new Mixture(truth, Weights.even(1));
                  alone.add(model);
                  return alone.score().loss();
                })
            .min()
            .orElseThrow();
    // What is summed in another order differs in the last digits.
    assertThat(chosen.score().loss()).isLessThanOrEqualTo(bestAlone * (1 + 1e-12));
    assertThat(weights.total()).isLessThanOrEqualTo(GreedySelection.MOST_ROUNDS);
    assertThat(weights).isEqualTo(GreedySelection.select(truth, models));
  }
}
