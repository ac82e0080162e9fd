package sweep4j.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prevents that a name in a file writes lines, colours or titles of its own into a terminal. */
class OneLineTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n", "\r", "\t", "\0", "\u001b", "\u007f", "\u0085", "\u009b", "\u2028", "\u2029",
        "\u202e", "\u2066", "\ufeff", "\ud800"
      })
  void nothingInvisibleIsLeft(String invisible) {
    assertThat(OneLine.of("a" + invisible + "b")).isEqualTo("a b");
  }

  @Test
  void allElseStays() {
    String text = "caf\u00e9 \u65e5\u672c \ud83d\ude00 =cmd() <b>\"x\"</b> \\n";
    assertThat(OneLine.of(text)).isEqualTo(text);
  }
}
