package sweep4j.driver.cli;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/**
 * Draws the bar. The library's own tells how long it has been by the wall clock, which may be set
 * back while a sweep runs.
 */
final class BarRenderer implements ProgressBarRenderer {

  private final long begun = System.nanoTime();

  @Override
  public String render(ProgressState state, int length) {
    return text(
        state.getTaskName(),
        state.getCurrent(),
        state.getMax(),
        Duration.ofNanos(System.nanoTime() - begun),
        state.getExtraMessage(),
        length);
  }

  /** As in {@code trials 25% [==> ] 3/12 (0:01:07) rest}, in {@code length} letters at most. */
  static String text(String name, long done, long most, Duration passed, String rest, int length) {
    double share = most == 0 ? 1 : (double) done / most;
    String before = "%s %d%% [".formatted(name, (int) (100 * share));
    String after =
        "] %d/%d (%d:%02d:%02d) %s"
            .formatted(
                done, most, passed.toHours(), passed.toMinutesPart(), passed.toSecondsPart(), rest);
    int room = Math.max(0, length - before.length() - after.length());
    int full = (int) (room * share);
    String tip = full < room ? ">" + " ".repeat(room - full - 1) : "";
    String line = before + "=".repeat(full) + tip + after;
    return line.substring(0, Math.min(length, line.length()));
  }
}
