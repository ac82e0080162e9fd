package sweep4j.bench;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.cli.PacedWriting;

/** A clock that is moved by hand, beside which real work is done that takes its real time. */
final class VirtualClock implements PacedWriting.Clock {

  private long now;
  private long due;
  private @Nullable Runnable task;
  private int spendings;
  private long spentNanos;

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public void after(long nanos, Runnable next) {
    due = now + nanos;
    task = next;
  }

  @Override
  public void stop() {
    task = null;
  }

  /** Lets {@code nanos} pass, and does what is due meanwhile. */
  void advance(long nanos) {
    long end = now + nanos;
    Runnable next = task;
    while (next != null && due <= end) {
      now = Math.max(now, due);
      task = null;
      next.run();
      next = task;
    }
    now = Math.max(now, end);
  }

  /** Does {@code work}, and lets as much time pass as it took. */
  void spend(PacedWriting.Writing work) throws IOException {
    long begin = System.nanoTime();
    work.write();
    long took = System.nanoTime() - begin;
    spendings++;
    spentNanos += took;
    now += took;
  }

  int spendings() {
    return spendings;
  }

  long spentNanos() {
    return spentNanos;
  }
}
