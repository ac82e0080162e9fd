package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line that is longer than the terminal would begin a new one at each step. */
class BarRendererTest {

  private static String text(long done, int length) {
    return BarRenderer.text("trials", done, 12, Duration.ofSeconds(3667), "2 running", length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "0|trials 0% [>         ] 0/12 (1:01:07) 2 running",
        "3|trials 25% [==>      ] 3/12 (1:01:07) 2 running",
        "12|trials 100% [======] 12/12 (1:01:07) 2 running",
      })
  void theBarTakesTheRoomThatThereIs(long done, String line) {
    assertThat(text(done, line.length())).isEqualTo(line);
  }

  @Test
  void neverIsItLongerThanTheTerminal() {
    for (int length = 0; length < 100; length++) {
      assertThat(text(3, length)).hasSizeLessThanOrEqualTo(length);
    }
    assertThat(text(3, 20)).isEqualTo("trials 25% [] 3/12 (");
  }
}
