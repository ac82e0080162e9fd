package sweep4j.driver.spark;

import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;

/** What Spark starts for us in the driver and in each executor's process, before any task. */
public final class SweepPlugin implements SparkPlugin {

  @Override
  public DriverPlugin driverPlugin() {
    return new DriverPart();
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new ExecutorPart();
  }

  private static final class DriverPart implements DriverPlugin {

    private final DepartureDesk desk = new DepartureDesk();

    @Override
    public Map<String, String> init(SparkContext spark, PluginContext context) {
      desk.open(spark);
      return Map.of();
    }

    @Override
    public Object receive(Object question) {
      return desk.answer((DepartureDesk.Question) question);
    }
  }

  private static final class ExecutorPart implements ExecutorPlugin {

    @Override
    public void init(PluginContext context, Map<String, String> ignored) {
      // Tasks come later, and with the first of them ND4J.
      GpuBinding.bind(context);
      Departure.watch(context);
    }

    @Override
    public void shutdown() {
      Departure.stopWatching();
    }
  }
}
