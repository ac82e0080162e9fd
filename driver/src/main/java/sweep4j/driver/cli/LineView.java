package sweep4j.driver.cli;

import java.io.PrintStream;
import java.time.Duration;

/** A line now and then, for logs: never a control character, and never thousands of lines. */
final class LineView implements Progress.View {

  private static final long LEAST_NANOS_BETWEEN = Duration.ofSeconds(5).toNanos();

  private final String what;
  private final PrintStream err;
  private long lastLine = System.nanoTime();
  private int lastEnded;

  /** Lines on trials, or on {@code what} else. */
  LineView(String what, int endedAtStart, PrintStream err) {
    this.what = what;
    this.lastEnded = endedAtStart;
    this.err = err;
  }

  @Override
  public void update(Counts counts) {
    long now = System.nanoTime();
    boolean last = counts.ended() == counts.trials();
    if (counts.ended() > lastEnded && (last || now - lastLine >= LEAST_NANOS_BETWEEN)) {
      lastEnded = counts.ended();
      lastLine = now;
      line(text(what, counts));
    }
  }

  /** As in {@code 12/48 done, 0:01:20 left}; what is counted is said unless it is trials. */
  static String text(String what, Counts counts) {
    return "%s%d/%d done, %s"
        .formatted(
            what.equals("trials") ? "" : what + ": ", counts.ended(), counts.trials(), counts);
  }

  @Override
  public void line(String text) {
    err.println(text);
  }

  @Override
  public void close() {}
}
