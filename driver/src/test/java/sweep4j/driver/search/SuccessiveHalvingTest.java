package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sweep4j.driver.search.PruningMethod.SuccessiveHalving;

class SuccessiveHalvingTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /** 60 epochs are no power of 3: the last rung is followed by more than twice its epochs. */
  @ParameterizedTest
  @CsvSource({
    "1, 3, 81, '[1, 3, 9, 27]', 81",
    "1, 3, 82, '[1, 3, 9, 27, 81]', 243",
    "1, 3, 60, '[1, 3, 9, 27]', 81",
    "2, 4, 40, '[2, 8, 32]', 64",
    "1, 2, 2, '[1]', 2",
    "9, 3, 10, '[9]', 3",
    "1, 2147483647, 2147483647, '[1]', 2147483647",
    "1, 2, 2147483647, '[1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536, 131072, 262144, 524288, 1048576, 2097152, 4194304, 8388608, 16777216, 33554432, 67108864, 134217728, 268435456, 536870912, 1073741824]', 2147483647",
  })
  void rungsGrowByTheReductionFactor(
      int minEpochs, int eta, int maxEpochs, String rungs, int bracketTrials) {
    var method = new SuccessiveHalving(minEpochs, eta, 2);
    assertThat(method.pruner(9, maxEpochs).rungs(5)).asString().isEqualTo(rungs);
    assertThat(SuccessiveHalving.defaultBracketTrials(minEpochs, eta, maxEpochs))
        .isEqualTo(bracketTrials);
  }

  @Test
  void bracketsFollowTheNumbersAndTheLastMayBeShort() {
    Pruner pruner = new SuccessiveHalving(1, 3, 4).pruner(10, 9);
    assertThat(IntStream.range(0, 10).map(pruner::bracket))
        .containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 2, 2);
    assertThat(pruner.peers(5, 1)).containsExactly(4, 6, 7);
    assertThat(pruner.peers(8, 0)).containsExactly(9);
    assertThat(pruner.rungs(9)).containsExactly(1, 3);
  }

  /** Without overlap, 63 slots would wait for the last trial of a bracket. */
  @Test
  void twoBracketsOverlap() {
    Horizon horizon = new SuccessiveHalving(1, 3, 4).pruner(14, 9).horizon();
    assertThat(IntStream.range(0, 14).map(horizon::of))
        .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 4, 4, 8, 8);
  }

  /** Costs that fall with the number: the last trials are the best. */
  @ParameterizedTest
  @CsvSource({"81, 27", "82, 27", "7, 2", "3, 1", "2, 1", "1, 1"})
  void aThirdGoesOnAndAtLeastOne(int compared, int places) {
    Pruner pruner = new SuccessiveHalving(1, 3, 100).pruner(compared, 81);
    List<RungScore> scores =
        IntStream.range(0, compared).mapToObj(i -> new RungScore(i, -i, false)).toList();
    assertThat(IntStream.range(0, compared).filter(i -> pruner.decide(i, 0, scores).goesOn()))
        .containsExactlyElementsOf(IntStream.range(compared - places, compared).boxed().toList());
  }

  @Test
  void saysWhatDecided() {
    Pruner pruner = new SuccessiveHalving(1, 3, 7).pruner(7, 9);
    List<RungScore> scores = scores(0.7, 0.2, 0.5, 0.3, 0.9, 0.4, 0.8);
    assertThat(pruner.decide(3, 0, scores)).isEqualTo(new Decision(true, 2, 7, 0.3));
    assertThat(pruner.decide(5, 0, scores)).isEqualTo(new Decision(false, 3, 7, 0.3));
    assertThat(pruner.decide(5, 0, List.of(scores.get(5))))
        .isEqualTo(new Decision(true, 1, 1, Double.NaN));
  }

  /** Accuracies of few rows are equal all the time. */
  @Test
  void amongEqualsTheLowerNumberGoesOn() {
    Pruner pruner = new SuccessiveHalving(1, 2, 4).pruner(4, 9);
    List<RungScore> scores = scores(0.5, 0.5, 0.5, 0.5);
    assertThat(IntStream.range(0, 4).filter(i -> pruner.decide(i, 1, scores).goesOn()))
        .containsExactly(0);
  }

  @Test
  void whatHasDivergedNeverGoesOn() {
    Pruner pruner = new SuccessiveHalving(1, 3, 9).pruner(9, 9);
    List<RungScore> scores =
        scores(INFINITE, INFINITE, 2.0, INFINITE, INFINITE, 1.0, INFINITE, INFINITE, INFINITE);
    assertThat(IntStream.range(0, 9).filter(i -> pruner.decide(i, 0, scores).goesOn()))
        .containsExactly(2, 5);
  }

  @Test
  void whatEndedByItselfTakesItsPlace() {
    Pruner pruner = new SuccessiveHalving(1, 3, 9).pruner(9, 9);
    List<RungScore> scores =
        IntStream.range(0, 9).mapToObj(i -> new RungScore(i, i, i == 1)).toList();
    assertThat(pruner.decide(2, 0, scores).goesOn()).isTrue();
    assertThat(pruner.decide(3, 0, scores).goesOn()).isFalse();
  }

  /**
   * Six of nine diverge before the first rung, and are compared at the second too. If they counted
   * there in full, none of the other three would ever be pruned.
   */
  @Test
  void whatEndedLongAgoMakesNoPlacesForOthers() {
    Pruner pruner = new SuccessiveHalving(1, 3, 9).pruner(9, 9);
    List<RungScore> scores =
        IntStream.range(0, 9)
            .mapToObj(i -> new RungScore(i, i < 3 ? i : INFINITE, i >= 3))
            .toList();
    assertThat(IntStream.range(0, 3).filter(i -> pruner.decide(i, 1, scores).goesOn()))
        .containsExactly(0);
  }

  @Test
  void refusesWhatItMayNotSee() {
    Pruner pruner = new SuccessiveHalving(1, 3, 3).pruner(6, 9);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pruner.decide(1, 0, scores(1, 2, 3, 4)))
        .withMessage("trial 3 is no peer of trial 1, but its score was given");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pruner.decide(1, 0, scores(1)))
        .withMessage("the score of trial 1 itself is missing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pruner.peers(1, 2))
        .withMessage("`0 <= rung < rungs` must hold, but got (rung=2, rungs=2)");
    assertThatThrownBy(() -> pruner.rungs(6)).hasMessageContaining("trial=6");
  }

  @Test
  void saysWhichSettingIsWrong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SuccessiveHalving(1, 1, 9))
        .withMessage("`reduction_factor >= 2` must hold, but got (reduction_factor=1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SuccessiveHalving(0, 3, 9))
        .withMessage("`min_epochs >= 1` must hold, but got (min_epochs=0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SuccessiveHalving(1, 3, 1))
        .withMessage("`bracket_trials >= 2` must hold, but got (bracket_trials=1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SuccessiveHalving(5, 3, 9).pruner(9, 5))
        .withMessage(
            "`max_epochs >= 6` must hold for SuccessiveHalving[minEpochs=5, reductionFactor=3,"
                + " bracketTrials=9], but got (max_epochs=5)");
  }

  private static List<RungScore> scores(double... costs) {
    return IntStream.range(0, costs.length)
        .mapToObj(i -> new RungScore(i, costs[i], false))
        .toList();
  }
}
