package sweep4j.driver.cli;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file anew as what it shows changes, on a thread of its own, and for at most {@code 1 /
 * (1 + PAUSE)} of the time: after a writing that took 10 ms, the next waits for {@value #PAUSE}
 * times as long. A file that grows with each change would otherwise cost a sweep the square of its
 * length.
 *
 * <p>The last change is always written: when the pause is over, or by {@link #close}.
 */
public final class PacedWriting implements Closeable {

  /** In units of the time that the last writing took. */
  static final int PAUSE = 20;

  /** Writes the whole file as things stand. */
  public interface Writing {
    void write() throws IOException;
  }

  /** The time, and a thread that waits for it and does one thing after another. */
  public interface Clock {

    /** Nanoseconds from any moment; never goes back. */
    long nanos();

    /** Has {@code task} done in so many nanoseconds. */
    void after(long nanos, Runnable task);

    /** Does nothing more; what is being done ends as ever. */
    void stop();
  }

  private final Writing writing;
  private final Clock clock;
  private final int pause;

  /** Whether there is a change that no writing has begun after. */
  private final AtomicBoolean behind = new AtomicBoolean();

  private volatile long notBefore;
  private volatile @Nullable IOException failure;

  /** Nothing is written yet. Takes over {@code clock}. */
  public PacedWriting(Writing writing, Clock clock) {
    this(writing, clock, Duration.ZERO, PAUSE);
  }

  /**
   * As above; the first writing comes after {@code first}, or on closing.
   *
   * @param pause in place of {@link #PAUSE}
   */
  PacedWriting(Writing writing, Clock clock, Duration first, int pause) {
    this.writing = writing;
    this.clock = clock;
    this.pause = pause;
    this.notBefore = clock.nanos() + first.toNanos();
  }

  /**
   * There is something new to write.
   *
   * @throws IOException when an earlier writing failed
   */
  public void changed() throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (!behind.getAndSet(true)) {
      whenDue();
    }
  }

  private void whenDue() {
    clock.after(Math.max(0, notBefore - clock.nanos()), this::writeIfDue);
  }

  private void writeIfDue() {
    // A change during a writing was due at once by what was known then.
    if (notBefore - clock.nanos() > 0) {
      whenDue();
      return;
    }
    try {
      write();
    } catch (IOException e) {
      failure = e;
    } catch (RuntimeException e) {
      failure = new IOException(e);
    }
  }

  private synchronized void write() throws IOException {
    // Before it is looked at what there is, so that a change meanwhile is not lost.
    if (behind.getAndSet(false)) {
      long start = clock.nanos();
      try {
        writing.write();
      } finally {
        long end = clock.nanos();
        notBefore = end + pause * (end - start);
      }
    }
  }

  /**
   * Writes what is not written yet, and then nothing more.
   *
   * @throws IOException when that fails, or when the last writing failed
   */
  @Override
  public void close() throws IOException {
    clock.stop();
    // After one that is going on.
    write();
    if (failure != null) {
      throw failure;
    }
  }
}
