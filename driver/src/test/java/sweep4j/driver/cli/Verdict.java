package sweep4j.driver.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Printable;

/**
 * Whether the program behaved on input that nobody knows the right words for: it takes it, or it
 * refuses it in lines that name a place, in bounded time and memory.
 *
 * @param status of the program; -1 if it did not come to its end
 * @param fault in words; null if there is none
 */
record Verdict(int status, @Nullable String fault) {

  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** Of memory in all, most of which is free again at once. */
  private static final long MOST_BYTES = 1L << 31;

  /** Known keys of a section are listed, which takes some hundred letters. */
  private static final int LONGEST_LINE = 3000;

  /** What only programmers can read. */
  private static final Pattern INSIDE =
      Pattern.compile("\\tat |[a-z]\\.[A-Z]\\w*Exception|@[0-9a-f]{6,}");

  /** Says so of one run of the program, whose input lies in {@code folder}. */
  static Verdict of(Supplier<Terminal> program, Path folder) {
    Effort.Meter meter = Effort.meter();
    Terminal terminal;
    try {
      terminal = program.get();
    } catch (Throwable e) {
      var stack = new StringWriter();
      e.printStackTrace(new PrintWriter(stack));
      return new Verdict(-1, stack.toString());
    }
    Effort spent = meter.read();
    String fault = words(terminal, folder);
    if (fault == null && spent.processor().compareTo(LONGEST) > 0) {
      fault = "it took the processors " + spent.processor();
    }
    if (fault == null && spent.bytes() > MOST_BYTES) {
      fault = "it allocated " + spent.bytes() + " bytes";
    }
    return new Verdict(terminal.status(), fault == null ? null : fault + "\n" + terminal);
  }

  private static @Nullable String words(Terminal terminal, Path folder) {
    if (terminal.status() == ExitStatus.SUCCESS) {
      return terminal.err().isEmpty() ? null : "it succeeds with an error";
    }
    if (terminal.status() != ExitStatus.BAD_INPUT) {
      return "status " + terminal.status();
    }
    if (!terminal.out().isEmpty()) {
      return "it fails and says something else too";
    }
    // Help follows a command line that cannot be taken apart.
    List<String> lines = terminal.err().split("(?m)^Usage: ", 2)[0].lines().toList();
    if (lines.isEmpty()) {
      return "it fails without a word";
    }
    for (String line : lines) {
      if (!line.equals(Printable.line(line)) || line.length() > LONGEST_LINE) {
        return "a line that spoils a terminal";
      }
      if (INSIDE.matcher(line).find()) {
        return "a line for programmers";
      }
      if (!namesPlace(line, folder)) {
        return "a line that names no place";
      }
    }
    return null;
  }

  private static boolean namesPlace(String line, Path folder) {
    return line.contains(folder.toString())
        // Spoiled paths may lead anywhere, as to the root.
        || line.startsWith("/")
        || line.contains("--set")
        || line.startsWith("model: ")
        || line.startsWith("ensemble.top: ")
        || line.startsWith("class ")
        || line.matches("and \\d+ more problems");
  }
}
