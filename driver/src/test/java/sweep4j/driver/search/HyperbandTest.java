package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sweep4j.driver.search.PruningMethod.Hyperband;

class HyperbandTest {

  /** Table 1 of the paper. */
  @Test
  void bracketsOf81EpochsAreThoseOfThePaper() {
    assertThat(HyperbandCycle.shapes(1, 3, 81))
        .containsExactly(
            new BracketShape(81, List.of(1, 3, 9, 27)),
            new BracketShape(34, List.of(3, 9, 27)),
            new BracketShape(15, List.of(9, 27)),
            new BracketShape(8, List.of(27)),
            new BracketShape(5, List.of()));
  }

  @Test
  void epochsAreRoundedToTheNearest() {
    // 50/27 = 1.85, 50/9 = 5.56, 50/3 = 16.67
    assertThat(HyperbandCycle.shapes(1, 3, 50).get(0).rungs()).containsExactly(2, 6, 17);
    // 10/4 = 2.5
    assertThat(HyperbandCycle.shapes(1, 4, 10).get(0).rungs()).containsExactly(3);
  }

  @Test
  void theFirstRungIsNeverBelowTheLeastEpochs() {
    // 81/27 = 3 is below 4.
    assertThat(HyperbandCycle.shapes(4, 3, 81))
        .containsExactly(
            new BracketShape(9, List.of(9, 27)),
            new BracketShape(5, List.of(27)),
            new BracketShape(3, List.of()));
  }

  /** A power of eta is where a floating-point logarithm loses a bracket, or rounding a rung. */
  @ParameterizedTest
  @CsvSource({"2", "3", "4", "5", "7", "10"})
  void rungsAreDistinctForAnyNumberOfEpochs(int eta) {
    for (int maxEpochs = eta; maxEpochs <= 2000; maxEpochs++) {
      for (int minEpochs = 1; minEpochs * eta <= maxEpochs; minEpochs += 1 + minEpochs / 2) {
        List<BracketShape> shapes = HyperbandCycle.shapes(minEpochs, eta, maxEpochs);
        assertThat(shapes).hasSizeGreaterThan(1);
        for (int place = 0; place < shapes.size(); place++) {
          int before = minEpochs - 1;
          for (int rung : shapes.get(place).rungs()) {
            assertThat(rung).isBetween(before + 1, maxEpochs - 1);
            before = rung;
          }
          assertThat(shapes.get(place).rungs()).hasSize(shapes.size() - 1 - place);
        }
      }
    }
  }

  @Test
  void eachPowerOfEtaHasABracketMore() {
    assertThat(HyperbandCycle.shapes(1, 3, 242)).hasSize(5);
    assertThat(HyperbandCycle.shapes(1, 3, 243)).hasSize(6);
    assertThat(HyperbandCycle.shapes(1, 10, 1000)).hasSize(4);
  }

  /** 1,581 epochs for 143 trials, which would have 11,583 if none were pruned. */
  @Test
  void aBracketCostsAboutFiveWholeTrials() {
    assertThat(HyperbandCycle.shapes(1, 3, 81).stream().map(HyperbandTest::epochs))
        .containsExactly(297, 276, 279, 324, 405);
  }

  private static int epochs(BracketShape shape) {
    int left = shape.size();
    int before = 0;
    int sum = 0;
    for (int rung : shape.rungs()) {
      sum += left * (rung - before);
      left = Math.max(1, left / 3);
      before = rung;
    }
    return sum + left * (81 - before);
  }

  @Test
  void theBracketsComeAgain() {
    Pruner pruner = new Hyperband(1, 3).pruner(300, 81);
    assertThat(pruner.bracket(142)).isEqualTo(4);
    assertThat(pruner.bracket(143)).isEqualTo(5);
    assertThat(pruner.rungs(143)).containsExactly(1, 3, 9, 27);
    assertThat(pruner.peers(299, 0))
        .containsExactlyElementsOf(IntStream.range(286, 299).boxed().toList());
    assertThat(pruner.horizon().of(80)).isZero();
    assertThat(pruner.horizon().of(81)).isZero();
    assertThat(pruner.horizon().of(115)).isEqualTo(81);
    assertThat(pruner.horizon().of(143)).isEqualTo(138);
  }

  @Test
  void saysWhatItNeeds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Hyperband(5, 3).pruner(9, 14))
        .withMessage(
            "`max_epochs >= 15` must hold for Hyperband[minEpochs=5, reductionFactor=3], but got"
                + " (max_epochs=14)");
    assertThat(new Hyperband(1 << 30, 1 << 30).leastMaxEpochs()).isEqualTo(1L << 60);
  }
}
