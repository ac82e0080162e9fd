package sweep4j.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prevents that a name in a file writes lines, colours or titles of its own into a terminal. */
class PrintableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n", "\r", "\t", "\0", "\u001b", "\u007f", "\u0085", "\u009b", "\u2028", "\u2029",
        "\u202e", "\u2066", "\ufeff", "\ud800"
      })
  void nothingInvisibleIsLeftInALine(String invisible) {
    assertThat(Printable.line("a" + invisible + "b")).isEqualTo("a b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r", "\0", "\u001b", "\u007f", "\u0085", "\u009b", "\u202e", "\u2066", "\ufeff", "\ud800"
      })
  void nothingInvisibleIsLeftInLinesButTheirEndsAndTabs(String invisible) {
    assertThat(Printable.lines("a" + invisible + "b\r\n\tc\u2028d")).isEqualTo("a b\r\n\tc\u2028d");
  }

  @Test
  void allElseStays() {
    String text = "caf\u00e9 \u65e5\u672c \ud83d\ude00 =cmd() <b>\"x\"</b> \\n";
    assertThat(Printable.line(text)).isEqualTo(text);
    assertThat(Printable.lines(text)).isEqualTo(text);
  }
}
