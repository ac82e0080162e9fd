package sweep4j.worker.training;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Ends a trial between two mini-batches: when it has trained for too long, or when its thread has
 * been interrupted because nobody wants it any more.
 *
 * @param limit null for no limit
 */
record TimeLimit(@Nullable Duration limit) {

  /** A trial has used up its time. */
  static final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exceeded(Duration limit, int epochs) {
      super(
          "limits.trial_timeout: not finished after %s, in epoch %d"
              .formatted(text(limit), epochs));
    }
  }

  /** A trial's thread was interrupted. */
  static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Interrupted() {
      super("stopped from outside");
    }
  }

  /**
   * Looks whether the trial may go on.
   *
   * @param seconds that it has trained for
   * @param epoch that it is in
   */
  void check(double seconds, int epoch) {
    if (Thread.currentThread().isInterrupted()) {
      throw new Interrupted();
    }
    if (limit != null && seconds >= limit.toNanos() / 1e9) {
      throw new Exceeded(limit, epoch);
    }
  }

  /** As in {@code 90 s}. */
  static String text(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() / 1e3 + " s";
  }
}
