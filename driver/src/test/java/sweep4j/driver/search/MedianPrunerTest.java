package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sweep4j.driver.search.PruningMethod.Median;

class MedianPrunerTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final Pruner PRUNER = new Median(5, 0, 1).pruner(1000, 9);

  @ParameterizedTest
  @CsvSource({
    "0, 1, 4, '[1, 2, 3]'",
    "0, 3, 9, '[3, 6]'",
    "0, 3, 10, '[3, 6, 9]'",
    "4, 2, 9, '[6, 8]'",
    "7, 1, 9, '[8]'"
  })
  void rungsComeAfterTheWarmUp(int warmup, int interval, int maxEpochs, String rungs) {
    assertThat(new Median(5, warmup, interval).pruner(9, maxEpochs).rungs(8))
        .asString()
        .isEqualTo(rungs);
  }

  @Test
  void peersAreThe200Before() {
    assertThat(PRUNER.peers(4, 0)).isEmpty();
    assertThat(PRUNER.peers(5, 3)).containsExactly(0, 1, 2, 3, 4);
    assertThat(PRUNER.peers(200, 0)).hasSize(200).startsWith(0).endsWith(199);
    assertThat(PRUNER.peers(900, 0)).hasSize(200).startsWith(700).endsWith(899);
  }

  /** They must pause all the same: later trials are compared with what they had by then. */
  @Test
  void theFirstTrialsAreNeverPruned() {
    Pruner pruner = new Median(50, 0, 1).pruner(60, 9);
    assertThat(pruner.rungs(49)).hasSize(8);
    assertThat(pruner.peers(49, 7)).isEmpty();
    assertThat(pruner.decide(49, 7, List.of(new RungScore(49, 1e9, false))))
        .isEqualTo(new Decision(true, 1, 1, Double.NaN));
    assertThat(pruner.peers(50, 7)).hasSize(50);
  }

  @Test
  void whatIsAboveTheMedianIsPruned() {
    double[] odd = {0.5, 0.1, 0.9};
    assertThat(decide(0.5, odd)).isEqualTo(new Decision(true, 3, 4, 0.5));
    assertThat(decide(0.6, odd)).isEqualTo(new Decision(false, 3, 4, 0.5));
    double[] even = {4.0, 1.0, 8.0, 2.0};
    assertThat(decide(3.0, even)).isEqualTo(new Decision(true, 3, 5, 3.0));
    assertThat(decide(3.5, even)).isEqualTo(new Decision(false, 3, 5, 3.0));
  }

  /** If they counted as worst, a range of which half diverges would never be pruned at all. */
  @Test
  void whatHasNoObjectiveIsNotCompared() {
    double[] costs = {INFINITE, 0.5, INFINITE, INFINITE};
    assertThat(decide(0.6, costs)).isEqualTo(new Decision(false, 2, 2, 0.5));
    assertThat(decide(INFINITE, costs).goesOn()).isFalse();
    assertThat(decide(0.6, INFINITE, INFINITE)).isEqualTo(new Decision(true, 1, 1, Double.NaN));
  }

  @Test
  void refusesWhatItMayNotSee() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                PRUNER.decide(
                    20, 0, List.of(new RungScore(20, 0.2, false), new RungScore(21, 0.1, true))))
        .withMessage("trial 21 is no peer of trial 20, but its score was given");
  }

  private static Decision decide(double own, double... others) {
    var scores =
        Stream.concat(
                IntStream.range(0, others.length)
                    .mapToObj(i -> new RungScore(i, others[i], i % 2 == 0)),
                Stream.of(new RungScore(100, own, false)))
            .toList();
    return PRUNER.decide(100, 0, scores);
  }
}
