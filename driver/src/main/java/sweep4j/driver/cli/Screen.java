package sweep4j.driver.cli;

import java.io.PrintStream;
import java.util.List;

/**
 * The lower end of a terminal: lines that stay, and below them a picture that is drawn over itself.
 *
 * <p>Between two drawings the cursor stands on an empty line above the picture. What others write
 * meanwhile, Spark or a shell's {@code ^C}, lands there and stays, and however a terminal folds the
 * picture when it is made narrower, it lies below and the next drawing clears it away. Neither has
 * to be known here.
 */
final class Screen {
  /** Clears the rest of the line. */
  private static final String TO_END_OF_LINE = "\u001b[K";

  /** Clears the rest of the line, and all lines below. */
  private static final String TO_END_OF_SCREEN = "\u001b[J";

  private static final String UP = "\u001b[%dA\r";

  private final PrintStream err;
  private List<String> picture = List.of();
  private boolean closed;

  Screen(PrintStream err) {
    this.err = err;
  }

  /** Draws {@code lines}, each shorter than the terminal is wide, and fewer than it is high. */
  synchronized void draw(List<String> lines) {
    if (closed || lines.equals(picture)) {
      return;
    }
    picture = List.copyOf(lines);
    print(drawn());
  }

  private String drawn() {
    if (picture.isEmpty()) {
      return TO_END_OF_SCREEN;
    }
    var text = new StringBuilder(TO_END_OF_LINE);
    picture.forEach(line -> text.append('\n').append(line).append(TO_END_OF_LINE));
    return text.append(TO_END_OF_SCREEN).append(UP.formatted(picture.size())).toString();
  }

  /** A line that stays, above the picture. */
  synchronized void line(String text) {
    String lines = text.replace("\n", TO_END_OF_LINE + "\n");
    print(closed ? lines + "\n" : lines + TO_END_OF_LINE + "\n" + drawn());
  }

  /** Takes the picture away for good, and leaves the cursor at the beginning of a line. */
  synchronized void close() {
    if (!closed) {
      closed = true;
      print("\r" + TO_END_OF_SCREEN);
    }
  }

  /** At once, so that nothing comes between. */
  private void print(String text) {
    err.print(text);
    err.flush();
  }
}
