package sweep4j.driver.cli;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sweep4j.driver.spark.EarlyShutdown;

/**
 * Ends a run in good order on Ctrl-C or a termination: interrupts the thread that runs it and waits
 * for it to close journal and Spark. The virtual machine then ends with the signal's own status,
 * 130 for Ctrl-C.
 */
final class Interruption {

  private static final int PATIENCE_SECONDS = 10;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Runnable hook;

  private Interruption(String message, PrintStream err) {
    Thread run = Thread.currentThread();
    this.hook =
        () -> {
          err.println(System.lineSeparator() + message);
          run.interrupt();
          awaitEnd();
        };
  }

  /** Watches over a run on the calling thread until {@link #unwatch}. */
  static Interruption watch(String message, PrintStream err) {
    var interruption = new Interruption(message, err);
    EarlyShutdown.add(interruption.hook, PATIENCE_SECONDS + 1);
    return interruption;
  }

  /** The run has ended, by itself or because it was interrupted. */
  void unwatch() {
    ended.countDown();
    EarlyShutdown.remove(hook);
  }

  private void awaitEnd() {
    try {
      // In time or not, the virtual machine ends now.
      var unused = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
