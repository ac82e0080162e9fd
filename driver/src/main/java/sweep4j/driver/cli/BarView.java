package sweep4j.driver.cli;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar that moves, with the time left. */
final class BarView implements Progress.View {

  private static final int REDRAW_MILLIS = 500;

  private final PrintStream err;
  private final ConsoleProgressBarConsumer console;
  private final ProgressBar bar;

  BarView(String what, int ended, int trials, PrintStream err) {
    this.err = err;
    this.console = new ConsoleProgressBarConsumer(err);
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(what)
            .setInitialMax(trials)
            .startsFrom(ended, Duration.ZERO)
            .setRenderer(new BarRenderer())
            .setUpdateIntervalMillis(REDRAW_MILLIS)
            .setConsumer(console)
            .build();
  }

  @Override
  public void update(Counts counts) {
    bar.stepTo(counts.ended());
    bar.setExtraMessage(counts.toString());
  }

  @Override
  public void line(String text) {
    // Over the bar, which is drawn anew below the line.
    err.print(
        "\r" + " ".repeat(console.getMaxRenderedLength()) + "\r" + text + System.lineSeparator());
    bar.refresh();
  }

  @Override
  public void close() {
    bar.close();
  }
}
