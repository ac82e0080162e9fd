package sweep4j.driver.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundedTest {

  /** Prevents that all errors of a label in small units read 0.0000. */
  @Test
  void aNumberOfAnySizeShowsFourDigitsOrDecimals() {
    assertThat(Rounded.text(0.98765)).isEqualTo("0.9877");
    assertThat(Rounded.text(-12.5)).isEqualTo("-12.5000");
    assertThat(Rounded.text(0)).isEqualTo("0.0000");
    assertThat(Rounded.text(0.00031234)).isEqualTo("3.123e-04");
    assertThat(Rounded.text(3.645e36)).isEqualTo("3.645e+36");
    assertThat(Rounded.text(Double.NaN)).isEqualTo("NaN");
  }
}
