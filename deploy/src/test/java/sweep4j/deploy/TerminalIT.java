package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run on a terminal, a real one that {@code script} of util-linux makes: bars that fit in it
 * while the sweep runs, and nothing left of them after Ctrl-C.
 */
class TerminalIT {
  private static final int COLUMNS = 50;
  private static final String CTRL_C = "\u0003";

  /** The order in which the picture is taken away. */
  private static final String CLEARED = "\u001b[J";

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void barsMoveWhileTrialsRunAndAreGoneAfterCtrlC(@TempDir Path folder) throws Exception {
    // Trials without an end, so that no machine is too fast.
    String run =
        String.join(
            " ",
            List.of(
                "stty rows 20 cols " + COLUMNS + "; exec",
                "'" + Command.ROOT.resolve("deploy/sweep") + "'",
                "run sweeps/digits-random.yaml --master 'local[2]'",
                "--set training.max_epochs=1000000 --set training.early_stopping=none",
                "--out '" + folder.resolve("run") + "'"));
    ProcessBuilder script = Command.launcher();
    script.command("env", "--default-signal=INT", "script", "-qec", run, "/dev/null");
    script.environment().put("TERM", "xterm");
    Process terminal = script.redirectErrorStream(true).start();
    try {
      InputStream shown = terminal.getInputStream();
      String before = read(shown, "/1000000  ");
      terminal.getOutputStream().write(CTRL_C.getBytes(StandardCharsets.US_ASCII));
      terminal.getOutputStream().flush();
      String after = new String(shown.readAllBytes(), StandardCharsets.US_ASCII);

      assertThat(terminal.waitFor()).as(after).isEqualTo(130);
      assertThat(drawn(before + after))
          .anyMatch(line -> line.startsWith("trials [>"))
          .anyMatch(line -> line.startsWith("trial ") && line.contains("/1000000  "))
          .allMatch(line -> line.length() < COLUMNS);
      String left = after.substring(after.lastIndexOf(CLEARED) + CLEARED.length());
      assertThat(left).contains("Interrupted. What has ended is in the journal");
      assertThat(left.lines()).noneMatch(line -> line.contains(" ["));
    } finally {
      terminal.descendants().forEach(ProcessHandle::destroyForcibly);
      terminal.destroyForcibly();
    }
  }

  /** What comes until {@code text} has come. */
  private static String read(InputStream shown, String text) throws IOException {
    var read = new StringBuilder();
    byte[] some = new byte[8192];
    while (read.indexOf(text) < 0) {
      int count = shown.read(some);
      assertThat(count).as(read.toString()).isPositive();
      read.append(new String(some, 0, count, StandardCharsets.US_ASCII));
    }
    return read.toString();
  }

  /** The lines of the pictures. */
  private static List<String> drawn(String bytes) {
    return Arrays.stream(bytes.split("\r?\n"))
        .filter(line -> line.contains(" ["))
        .map(line -> line.replaceAll("(?s)\u001b\\[\\d*[A-Z].*", ""))
        .toList();
  }
}
