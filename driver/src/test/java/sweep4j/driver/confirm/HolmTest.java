package sweep4j.driver.confirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {

  /**
   * By hand: in order 0.005 * 4, 0.01 * 3, 0.03 * 2, and 0.04 * 1, which may not be below the one
   * before. R's {@code p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")} is 0.03 0.06 0.06 0.02.
   */
  @Test
  void isHolms() {
    assertThat(Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
  }

  @Test
  void nothingIsLikelierThanCertain() {
    assertThat(Holm.adjusted(new double[] {0.9, 0.6})).containsExactly(1.0, 1.0);
    assertThat(Holm.adjusted(new double[] {0.04})).containsExactly(0.04);
    assertThat(Holm.adjusted(new double[0])).isEmpty();
  }
}
