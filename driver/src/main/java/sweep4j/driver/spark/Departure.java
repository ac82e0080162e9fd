package sweep4j.driver.spark;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.plugin.PluginContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the executor of this process is being decommissioned: its machine goes away soon, and
 * what its tasks have not given back by then is lost.
 */
final class Departure {

  private static final Logger LOG = LoggerFactory.getLogger(Departure.class);
  private static final int SECONDS_BETWEEN_QUESTIONS = 1;

  private static final ScheduledThreadPoolExecutor THREAD =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            var thread = new Thread(task, "departure");
            thread.setDaemon(true);
            return thread;
          });

  private static volatile boolean announced;

  private Departure() {}

  /** Asks the driver again and again, where executors can be decommissioned at all. */
  static void watch(PluginContext context) {
    if (context.conf().getBoolean("spark.decommission.enabled", false)) {
      var unused =
          THREAD.scheduleWithFixedDelay(
              () -> ask(context),
              SECONDS_BETWEEN_QUESTIONS,
              SECONDS_BETWEEN_QUESTIONS,
              TimeUnit.SECONDS);
    }
  }

  private static void ask(PluginContext context) {
    if (announced) {
      return;
    }
    try {
      announced = (Boolean) context.ask(new DepartureDesk.Question(context.executorID()));
    } catch (Exception e) {
      // The compiler cannot know what ask() throws. An executor without a driver ends by itself.
      LOG.warn("The driver does not say whether this executor is being decommissioned", e);
    }
  }

  /** Whether what runs here should be given back soon. */
  static boolean isAnnounced() {
    return announced;
  }

  static void stopWatching() {
    THREAD.shutdownNow();
  }
}
