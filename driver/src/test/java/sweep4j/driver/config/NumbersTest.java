package sweep4j.driver.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prevents that a learning rate is taken for text, or for another number than the one written. */
class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "1e-5, 1.0e-5",
    "1E-5, 1.0e-5",
    "1.0e-5, 1.0e-5",
    "1.e-5, 1.0e-5",
    "+.5, 0.5",
    "-3, -3.0",
    "0, 0.0",
    "0e9, 0.0",
    "16, 16.0",
    "4.9e-324, 4.9e-324",
    "1.7976931348623157e308, 1.7976931348623157e308"
  })
  void readsDecimals(String text, double number) {
    assertThat(Numbers.real(text)).isEqualTo(number);
  }

  @Test
  void hasOneZero() {
    assertThat(Numbers.real("-0.0")).hasToString("0.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 1",
        "010",
        "00.5",
        "0x10",
        "0o17",
        "1_000",
        "1,5",
        ".",
        "e5",
        "1e",
        ".inf",
        "-.inf",
        ".nan",
        "NaN",
        "Infinity",
        "1d",
        "1f",
        "0x1p3",
        "1e400",
        "1e-400",
        "1:30",
        "١"
      })
  void refusesTheRest(String text) {
    assertThat(Numbers.real(text)).isNull();
    assertThat(Numbers.whole(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "-9223372036854775808, -9223372036854775808", "+3, 3"})
  void readsWholeNumbers(String text, long number) {
    assertThat(Numbers.whole(text)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.0", "1e3", "9223372036854775808"})
  void keepsWholeNumbersWhole(String text) {
    assertThat(Numbers.whole(text)).isNull();
  }
}
