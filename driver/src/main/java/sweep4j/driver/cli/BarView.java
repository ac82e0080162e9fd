package sweep4j.driver.cli;

import java.io.PrintStream;
import java.time.Duration;
import sweep4j.driver.spark.EarlyShutdown;

/** A picture on a terminal that is drawn anew while a sweep runs, for people. */
final class BarView implements Progress.View {

  private static final long REDRAW_NANOS = Duration.ofMillis(300).toNanos();

  /** Asking for the terminal's size takes a process. */
  private static final long MEASURE_NANOS = Duration.ofSeconds(2).toNanos();

  private final String what;
  private final int maxEpochs;
  private final Counts counts;
  private final RunningTrials running;
  private final Screen screen;
  private final ClockThread clock = new ClockThread("progress");
  private final Runnable away;
  private volatile boolean closed;
  private TerminalSize size = TerminalSize.USUAL;
  private long measured;

  /** Shows what {@code counts} and {@code running} say until it is closed. */
  BarView(String what, int maxEpochs, Counts counts, RunningTrials running, PrintStream err) {
    this.what = what;
    this.maxEpochs = maxEpochs;
    this.counts = counts;
    this.running = running;
    this.screen = new Screen(err);
    this.away = screen::close;
    EarlyShutdown.addFirst(away);
    this.measured = clock.nanos() - MEASURE_NANOS;
    clock.after(0, this::draw);
  }

  private void draw() {
    long now = clock.nanos();
    if (now - measured >= MEASURE_NANOS) {
      measured = now;
      size = TerminalSize.now();
    }
    screen.draw(new Picture(what, maxEpochs, size).lines(counts, running.now()));
    if (!closed) {
      clock.after(REDRAW_NANOS, this::draw);
    }
  }

  @Override
  public void update(Counts changed) {
    // The next drawing shows it, which is soon.
  }

  @Override
  public void line(String text) {
    screen.line(text);
  }

  @Override
  public void close() {
    EarlyShutdown.remove(away);
    closed = true;
    clock.stop();
    screen.close();
    screen.line(LineView.text(what, counts));
  }
}
