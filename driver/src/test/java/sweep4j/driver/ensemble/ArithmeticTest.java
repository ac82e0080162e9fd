package sweep4j.driver.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A sum of logarithms that overflows would make an ensemble's loss NaN, and NaN is never lower. */
class ArithmeticTest {

  private static final Arithmetic LOG = Arithmetic.LOGARITHMIC;

  @Test
  void logarithmsAddTheNumbersBehindThem() {
    double sum = LOG.plus(LOG.times(Math.log(0.25), 2), Math.log(0.1));
    // Three roundings of numbers around 1.
    assertThat(Math.exp(LOG.over(sum, 3))).isCloseTo(0.2, within(1e-15));
  }

  @Test
  void probabilitiesFarBelowTheSmallestDoubleStillCount() {
    assertThat(LOG.over(LOG.plus(-5000, -5000), 2)).isCloseTo(-5000, within(1e-9));
    assertThat(LOG.plus(-5000, -1)).isEqualTo(-1);
  }

  @Test
  void nothingLeavesAnyNumberAsItIs() {
    for (double each : new double[] {-5000, -0.1, 0, Double.NEGATIVE_INFINITY}) {
      assertThat(LOG.plus(LOG.nothing(), each)).isEqualTo(each);
      assertThat(LOG.plus(each, LOG.nothing())).isEqualTo(each);
      assertThat(Arithmetic.PLAIN.plus(Arithmetic.PLAIN.nothing(), each)).isEqualTo(each);
    }
  }

  /** Or an ensemble of one model would not have that model's scores. */
  @Test
  void onceIsTheNumberItself() {
    for (Arithmetic each : Arithmetic.values()) {
      assertThat(each.over(each.times(0.1, 1), 1)).isEqualTo(0.1);
    }
  }
}
