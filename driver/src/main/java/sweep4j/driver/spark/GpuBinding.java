package sweep4j.driver.spark;

import java.util.List;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.resource.ResourceInformation;
import sweep4j.worker.device.Backend;

/** Which GPUs an executor process was given. */
final class GpuBinding {

  private GpuBinding() {}

  /** Binds this process to them. To be called before anything of ND4J's is loaded. */
  static void bind(PluginContext context) {
    ResourceInformation gpus = context.resources().get(GpuSettings.GPU);
    if (gpus != null && gpus.addresses().length > 0) {
      Backend.bind(List.of(gpus.addresses()));
    }
  }
}
