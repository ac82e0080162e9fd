package sweep4j.driver.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarginalsTest {

  /** Of sums over boxes, nothing but rounding may be lost. */
  private static final double ROUNDING = 1e-12;

  /**
   * A tree of three leaves over the square, worked out by hand: cost 1 where x is below 0.5, and
   * above it 2 where y is below 0.25 and 6 elsewhere, so the mean is 0.5 + 0.25 + 2.25 = 3.
   */
  private static final Marginals SQUARE =
      new Marginals(
          List.of(
              new Box(new double[] {0.0, 0.0}, new double[] {0.5, 1.0}, 1.0),
              new Box(new double[] {0.5, 0.0}, new double[] {1.0, 0.25}, 2.0),
              new Box(new double[] {0.5, 0.25}, new double[] {1.0, 1.0}, 6.0)),
          2);

  @Test
  void theWholeVarianceIsThatOfTheLeaves() {
    // 0.5 * 2² + 0.125 * 1² + 0.375 * 3²
    assertThat(SQUARE.variance()).isCloseTo(5.5, within(ROUNDING));
  }

  @Test
  void aDimensionsVarianceIsThatOfTheMeanOverTheOther() {
    // Along x: 1, then 0.25 * 2 + 0.75 * 6 = 5. Along y: 1.5 up to 0.25, then 3.5.
    assertThat(SQUARE.variance(0)).isCloseTo(0.5 * 4.0 + 0.5 * 4.0, within(ROUNDING));
    assertThat(SQUARE.variance(1)).isCloseTo(0.25 * 2.25 + 0.75 * 0.25, within(ROUNDING));
  }

  /** In a square nothing is averaged away, so both together have all. */
  @Test
  void twoDimensionsOfTwoHaveTheWholeVariance() {
    assertThat(SQUARE.variance(0, 1)).isCloseTo(SQUARE.variance(), within(ROUNDING));
  }
}
