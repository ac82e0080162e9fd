package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostScaleTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void orderIsKeptAndTheScaleIsStandard(long seed) {
    double[] costs = new SplittableRandom(seed).doubles(40).map(u -> Math.exp(20 * u)).toArray();
    Arrays.sort(costs);
    double[] scaled = CostScale.of(costs);
    assertThat(scaled).isSorted().doesNotHaveDuplicates();
    assertThat(Arrays.stream(scaled).average().orElseThrow()).isCloseTo(0.0, within(1e-9));
    assertThat(Arrays.stream(scaled).map(y -> y * y).average().orElseThrow())
        .isCloseTo(1.0, within(1e-9));
  }

  /** Otherwise one trial that nearly diverged makes all the others look the same. */
  @Test
  void aHugeCostDoesNotFlattenTheOthers() {
    double[] plain = CostScale.of(new double[] {1, 2, 3, 4, 5, 6, 7});
    double[] huge = CostScale.of(new double[] {1, 2, 3, 4, 5, 6, 1e30});
    double[] infinite = CostScale.of(new double[] {1, 2, 3, 4, 5, 6, INFINITY});
    assertThat(huge).containsExactly(plain, within(1e-12));
    assertThat(infinite).containsExactly(plain, within(1e-12));
  }

  @Test
  void theBetterHalfKeepsItsDistances() {
    double[] scaled = CostScale.of(new double[] {1, 2, 4, 8, 9, 10, 20, 30});
    assertThat((scaled[3] - scaled[2]) / (scaled[1] - scaled[0])).isCloseTo(4.0, within(1e-9));
  }

  @Test
  void fewCostsOrEqualOnesAreNoTrouble() {
    assertThat(CostScale.of(new double[] {5.0})).containsExactly(0.0);
    assertThat(CostScale.of(new double[] {5.0, 5.0, 5.0})).containsExactly(0.0, 0.0, 0.0);
    double[] one = CostScale.of(new double[] {INFINITY, 3.0, INFINITY, INFINITY});
    assertThat(one[0]).isEqualTo(one[2]).isEqualTo(one[3]).isGreaterThan(one[1]).isFinite();
  }
}
