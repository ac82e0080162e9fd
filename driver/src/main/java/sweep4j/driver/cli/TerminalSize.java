package sweep4j.driver.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many lines of how many letters a terminal has. */
record TerminalSize(int rows, int columns) {

  /** Where nobody knows: what the first ones had. */
  static final TerminalSize USUAL = new TerminalSize(24, 80);

  private static final Pattern ANSWER = Pattern.compile("(\\d{1,5}) (\\d{1,5})\\s*");
  private static final int PATIENCE_SECONDS = 2;

  /** Of the terminal that this process belongs to, as it is now. Java itself cannot tell. */
  static TerminalSize now() {
    try {
      Process asked =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      if (!asked.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        asked.destroyForcibly();
      }
      return of(answer);
    } catch (IOException noSuchProgram) {
      return USUAL;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return USUAL;
    }
  }

  /** As {@code stty size} tells it; a terminal that does not know itself says {@code 0 0}. */
  static TerminalSize of(String answer) {
    Matcher parts = ANSWER.matcher(answer);
    if (!parts.matches()) {
      return USUAL;
    }
    int rows = Integer.parseInt(parts.group(1));
    int columns = Integer.parseInt(parts.group(2));
    return new TerminalSize(rows == 0 ? USUAL.rows : rows, columns == 0 ? USUAL.columns : columns);
  }
}
