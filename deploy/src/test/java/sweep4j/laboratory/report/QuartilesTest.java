package sweep4j.laboratory.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A median that is off by one value would pass unnoticed, and one of NaN would hide a failure. */
class QuartilesTest {

  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @Test
  void quartilesLieBetweenTheValues() {
    assertThat(Quartiles.of(new double[] {5, 1, 4, 2, 3})).isEqualTo(new Quartiles(2, 3, 4));
    assertThat(Quartiles.of(new double[] {4, 1, 3, 2})).isEqualTo(new Quartiles(1.75, 2.5, 3.25));
    assertThat(Quartiles.of(new double[] {7})).isEqualTo(new Quartiles(7, 7, 7));
  }

  /** Sweeps that have found nothing yet have an infinite regret. */
  @Test
  void infiniteValuesCountAsTheHighest() {
    assertThat(Quartiles.of(new double[] {INFINITE, 1, INFINITE, 2, 3}))
        .isEqualTo(new Quartiles(2, 3, INFINITE));
    assertThat(Quartiles.of(new double[] {INFINITE, INFINITE}))
        .isEqualTo(new Quartiles(INFINITE, INFINITE, INFINITE));
  }

  @Test
  void numbersHaveThreeDigits() {
    assertThat(Cells.number(123.456)).isEqualTo("123");
    assertThat(Cells.number(1.23456)).isEqualTo("1.23");
    assertThat(Cells.number(0.0123456)).isEqualTo("0.0123");
    assertThat(Cells.number(0.000123456)).isEqualTo("1.23e-04");
    assertThat(Cells.number(0)).isEqualTo("0");
    assertThat(Cells.number(INFINITE)).isEqualTo("inf");
  }
}
