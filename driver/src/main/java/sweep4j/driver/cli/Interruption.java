package sweep4j.driver.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sweep4j.driver.spark.EarlyShutdown;
import sweep4j.driver.study.RunFolder;

/**
 * Ends a run in good order on Ctrl-C or a termination: interrupts the thread that runs it and waits
 * for it to close journal and Spark. The virtual machine then ends with {@link
 * ExitStatus#INTERRUPTED}.
 */
final class Interruption {

  private static final int PATIENCE_SECONDS = 10;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Runnable hook;
  private volatile boolean begun;

  private Interruption(RunFolder folder, PrintStream err) {
    Thread run = Thread.currentThread();
    this.hook =
        () -> {
          begun = true;
          err.println(System.lineSeparator() + "Interrupted. " + whatIsThere(folder));
          run.interrupt();
          awaitEnd();
        };
  }

  private static String whatIsThere(RunFolder folder) {
    try {
      return folder.isInUse() ? howToGoOn(folder) : "Nothing had been started.";
    } catch (IOException e) {
      return "Whether anything had been started cannot be told (%s)".formatted(e.getMessage());
    }
  }

  /** What is there after a run that did not come to its end, in words for the user. */
  static String howToGoOn(RunFolder folder) {
    return "What has ended is in the journal; go on with the same command and --resume --out "
        + folder.location();
  }

  /** What to say of a sweep that one of its limits has ended. */
  static String stopped(String limit, RunFolder folder) {
    return "The sweep was ended by %s. To go on, change that limit, or take it off; then the same command with --resume --out %s"
        .formatted(limit, folder.location());
  }

  /** Watches over a run on the calling thread until {@link #unwatch}. */
  static Interruption watch(RunFolder folder, PrintStream err) {
    var interruption = new Interruption(folder, err);
    EarlyShutdown.add(interruption.hook, PATIENCE_SECONDS + 1);
    // Of Ctrl-C it is the virtual machine's own.
    EarlyShutdown.exitOnTermination(ExitStatus.INTERRUPTED);
    return interruption;
  }

  /** Whether the virtual machine has been told to go: what fails now fails because of that. */
  boolean begun() {
    return begun;
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
