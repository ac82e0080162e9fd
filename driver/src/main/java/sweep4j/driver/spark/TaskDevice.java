package sweep4j.driver.spark;

import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;
import sweep4j.worker.device.Device;

/** What Spark has handed to the calling task to compute on. */
final class TaskDevice {

  private TaskDevice() {}

  /** A GPU, or none. */
  static Device current() {
    return of(TaskContext.get().resourcesJMap());
  }

  private static Device of(Map<String, ResourceInformation> resources) {
    ResourceInformation gpus = resources.get(GpuSettings.GPU);
    // A trial trains on one, also where a task was given more.
    return gpus == null || gpus.addresses().length == 0
        ? Device.none()
        : Device.gpu(gpus.addresses()[0]);
  }
}
