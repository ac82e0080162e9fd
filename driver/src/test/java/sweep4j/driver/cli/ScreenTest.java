package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Prevents a picture that eats what others say, and one that is left behind. */
class ScreenTest {

  private final FakeTerminal terminal = new FakeTerminal(6, 20);
  private final PrintStream err = terminal.stream();
  private final Screen screen = new Screen(err);

  @Test
  void isDrawnOverItself() {
    screen.draw(List.of("one", "two", "three"));
    screen.draw(List.of("1", "2"));

    assertThat(terminal.lines()).containsExactly("", "1", "2");
  }

  @Test
  void linesStayAboveIt() {
    screen.draw(List.of("a long line of it", "two"));
    screen.line("round 1\n  dropout");
    screen.draw(List.of("three"));
    screen.line("round 2");

    assertThat(terminal.lines()).containsExactly("round 1", "  dropout", "round 2", "", "three");
  }

  /** At the lower end, all moves up a line. */
  @Test
  void staysAtTheLowerEndWhenThereIsNoRoomBelow() {
    IntStream.range(0, 9).forEach(i -> screen.line("line " + i));
    screen.draw(List.of("one", "two", "three"));
    screen.draw(List.of("four", "five"));
    screen.line("line 9");

    assertThat(terminal.lines()).hasSize(13).endsWith("line 8", "line 9", "", "four", "five");
  }

  /** Spark's log, an agent of the JVM: whoever writes to the same terminal. */
  @Test
  void whatOthersWriteStays() {
    screen.draw(List.of("one", "two"));
    err.println("ERROR something");
    screen.draw(List.of("three", "four"));

    assertThat(terminal.lines()).containsExactly("ERROR something", "", "three", "four");
  }

  @Test
  void isGoneWhenItIsClosedAndStaysAway() {
    screen.line("round 1");
    screen.draw(List.of("one", "two"));
    screen.close();
    screen.draw(List.of("three"));
    screen.line("done");
    err.print("$ ");

    assertThat(terminal.lines()).containsExactly("round 1", "done", "$");
  }
}
