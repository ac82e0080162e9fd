package sweep4j.driver.confirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Against the data that Student himself tested pairs with ("The Probable Error of a Mean", 1908;
 * {@code sleep} in R): hours of sleep that ten patients gained by each of two drugs. The
 * differences are 1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6 and 1.4; their mean is 1.58, their
 * standard deviation 1.229995, and {@code t.test(..., paired = TRUE)} says t = 4.0621, df = 9, p =
 * 0.002833 of both tails.
 */
class PairedTestTest {

  private static final double[] FIRST = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
  private static final double[] SECOND = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

  @Test
  void isStudents() {
    var test = PairedTest.of(SECOND, FIRST);

    assertThat(test.mean()).isCloseTo(1.58, within(1e-12));
    assertThat(test.sd()).isCloseTo(1.229995, within(1e-6));
    assertThat(test.p()).isCloseTo(0.002833 / 2, within(1e-6));
  }

  /** A test that took the wrong tail would call the worst the best. */
  @Test
  void whatCostsLessIsNotFoundToCostMore() {
    assertThat(PairedTest.of(FIRST, SECOND).p()).isCloseTo(1 - 0.002833 / 2, within(1e-6));
    assertThat(PairedTest.of(FIRST, SECOND).turned()).isEqualTo(PairedTest.of(SECOND, FIRST));
  }

  /** Unpaired, R says p = 0.07919: what the pairs have in common must not count as chance. */
  @Test
  void whatPairsShareDoesNotCount() {
    double[] harder = SECOND.clone();
    double[] hard = FIRST.clone();
    for (int i = 0; i < hard.length; i++) {
      harder[i] += 100.0 * i;
      hard[i] += 100.0 * i;
    }
    assertThat(PairedTest.of(harder, hard).p()).isCloseTo(0.002833 / 2, within(1e-6));
  }

  @Test
  void withoutAnySpreadTheDifferenceDecides() {
    double[] one = {1, 2};
    assertThat(PairedTest.of(new double[] {2, 3}, one).p()).isZero();
    assertThat(PairedTest.of(new double[] {0, 1}, one).p()).isEqualTo(1);
    assertThat(PairedTest.of(one, one).p()).isEqualTo(0.5);
  }

  /**
   * From a table of t at 95% of one tail: 2.920 at 2 degrees of freedom, 2.353 at 3. Of 3 pairs the
   * reach would be 2.920 * 1.229995 / sqrt(3) = 2.07, above 1.58; of 4 it is 1.45. A difference of
   * a tenth takes 1.645 * 1.229995 / sqrt(n) below 0.158 for many: n = 166 with t for 1.645.
   */
  @Test
  void saysHowManyPairsItTakes() {
    assertThat(new PairedTest(1.58, 1.229995, 10).needed(0.05)).hasValue(4);
    assertThat(new PairedTest(-1.58, 1.229995, 10).needed(0.05)).hasValue(4);
    assertThat(new PairedTest(0.158, 1.229995, 10).needed(0.05)).hasValue(166);
    assertThat(new PairedTest(0, 1, 10).needed(0.05)).isEmpty();
    assertThat(new PairedTest(1e-9, 1, 10).needed(0.05)).isEmpty();
    assertThat(new PairedTest(1, 0, 10).needed(0.05)).hasValue(2);
  }

  @Test
  void pairsAreOfEqualLists() {
    assertThatThrownBy(() -> PairedTest.of(new double[] {1, 2}, new double[] {1, 2, 3}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pairs take two lists of equal length, at least 2, but got 2 and 3");
  }
}
