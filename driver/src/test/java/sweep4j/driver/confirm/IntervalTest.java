package sweep4j.driver.confirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {

  /**
   * By hand: of 1 to 5 the mean is 3 and the variance 10/4; t at 4 degrees of freedom is 2.776445
   * in every table; 2.776445 * sqrt(2.5 / 5) = 1.963243. R says the same: {@code
   * t.test(1:5)$conf.int} is 1.036757 4.963243.
   */
  @Test
  void isStudents() {
    Interval interval = Interval.of(new double[] {4, 1, 5, 3, 2});

    assertThat(interval.mean()).isEqualTo(3);
    assertThat(interval.sd()).isCloseTo(Math.sqrt(2.5), within(1e-12));
    assertThat(interval.low()).isCloseTo(1.036757, within(1e-6));
    assertThat(interval.high()).isCloseTo(4.963243, within(1e-6));
  }

  @Test
  void ofEqualValuesIsAPoint() {
    assertThat(Interval.of(new double[] {0.5, 0.5})).isEqualTo(new Interval(0.5, 0, 0.5, 0.5));
  }

  /** One value has no spread, and would pass for one without any. */
  @Test
  void takesTwoValues() {
    assertThatThrownBy(() -> Interval.of(new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a spread takes at least 2 values, but got 1");
  }
}
