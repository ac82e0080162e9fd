package sweep4j.driver.spark;

import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.function.Function;
import sweep4j.trial.Resources;
import sweep4j.worker.device.Backend;
import sweep4j.worker.device.GpuCheck;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.device.NoGpuException;

/**
 * Looks at the GPUs where trials will run, if they want some, then loads ND4J and the data there,
 * and tells what was found. CUDA must not be loaded before its cards are known to be fit.
 */
record PreflightTask(DataSupply data, Resources resources) implements Function<Integer, Preflight> {

  @Override
  public Preflight call(Integer ignored) throws InterruptedException {
    String host = SparkEnv.get().blockManager().blockManagerId().host();
    GpuCheck gpus = resources.wantsGpu() ? GpuCheck.here(Backend.gpus()) : GpuCheck.none();
    if (gpus.problem() != null) {
      return Preflight.of("", host, gpus);
    }
    try {
      NativeRuntime.attach(TaskDevice.current());
    } catch (NoGpuException e) {
      return Preflight.of("", host, gpus.refused(e));
    }
    // They stay in the process.
    data.data();
    return Preflight.of(NativeRuntime.provenance(), host, gpus);
  }
}
