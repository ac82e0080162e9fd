package sweep4j.driver.cli;

import java.io.PrintStream;
import java.time.Duration;

/** A line now and then, for logs: never a control character, and never thousands of lines. */
final class LineView implements Progress.View {

  private static final long LEAST_NANOS_BETWEEN = Duration.ofSeconds(5).toNanos();

  private final PrintStream err;
  private final int endedAtStart;
  private final long start = System.nanoTime();
  private long lastLine = start;
  private int lastEnded;

  LineView(int endedAtStart, PrintStream err) {
    this.endedAtStart = endedAtStart;
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
      line(
          "%d/%d done, %s%s".formatted(counts.ended(), counts.trials(), counts, left(counts, now)));
    }
  }

  /** Time left if trials go on ending as fast as they have. */
  private String left(Counts counts, long now) {
    int still = counts.trials() - counts.ended();
    if (still == 0) {
      return "";
    }
    Duration left =
        Duration.ofNanos(now - start).dividedBy(counts.ended() - endedAtStart).multipliedBy(still);
    return ", %d:%02d:%02d left"
        .formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart());
  }

  @Override
  public void line(String text) {
    err.println(text);
  }

  @Override
  public void close() {}
}
