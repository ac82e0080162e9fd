package sweep4j.driver.spark;

import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.util.SignalUtils;

/**
 * Work to do when the virtual machine is told to go, before Spark stops by itself: hooks of the
 * virtual machine's own run beside Spark's, and would find it half torn down.
 */
public final class EarlyShutdown {

  /** Spark's hook is at 40, 30 above that of Hadoop's file systems. */
  private static final int BEFORE_SPARK = 100;

  /** Taking a picture off the terminal takes no longer. */
  private static final int FIRST_SECONDS = 1;

  private EarlyShutdown() {}

  /** Has {@code work} done at shutdown, for at most {@code seconds}. */
  public static void add(Runnable work, int seconds) {
    ShutdownHookManager.get().addShutdownHook(work, BEFORE_SPARK, seconds, TimeUnit.SECONDS);
  }

  /** Has {@code work} done at shutdown before all other of this class, and at once. */
  public static void addFirst(Runnable work) {
    ShutdownHookManager.get()
        .addShutdownHook(work, BEFORE_SPARK + 1, FIRST_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * Has a termination (SIGTERM) end this program with {@code status}, after the same work; else the
   * virtual machine would say 143.
   */
  public static void exitOnTermination(int status) {
    SignalUtils.register(
        "TERM",
        () -> {
          System.exit(status);
          return true;
        });
  }

  /** Takes {@code work} back; does nothing once a shutdown has begun. */
  public static void remove(Runnable work) {
    if (!ShutdownHookManager.get().isShutdownInProgress()) {
      ShutdownHookManager.get().removeShutdownHook(work);
    }
  }
}
