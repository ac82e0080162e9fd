package sweep4j.driver.spark;

import java.util.List;
import java.util.Map;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.apache.spark.resource.ResourceInformation;
import org.jspecify.annotations.Nullable;
import sweep4j.worker.device.Backend;

/**
 * Binds each executor process to the GPUs that it was given, before its first task and so before
 * anything of ND4J's is loaded. Spark makes it by its name.
 */
public final class GpuPlugin implements SparkPlugin {

  @Override
  public @Nullable DriverPlugin driverPlugin() {
    return null;
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new Binding();
  }

  private static final class Binding implements ExecutorPlugin {

    @Override
    public void init(PluginContext context, Map<String, String> extraConf) {
      ResourceInformation gpus = context.resources().get(GpuSettings.GPU);
      if (gpus != null && gpus.addresses().length > 0) {
        Backend.bind(List.of(gpus.addresses()));
      }
    }
  }
}
