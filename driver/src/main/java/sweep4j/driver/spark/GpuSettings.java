package sweep4j.driver.spark;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import scala.Tuple2;
import sweep4j.trial.Resources;
import sweep4j.worker.device.Backend;

/** What a sweep's wish for GPUs is in Spark's words. */
final class GpuSettings {

  /** Spark's name of the resource. */
  static final String GPU = "gpu";

  private static final String PER_TASK = "spark.task.resource.gpu.amount";
  private static final String PER_EXECUTOR = "spark.executor.resource.gpu.amount";
  private static final List<String> OF_GPUS =
      List.of("spark.task.resource.gpu.", "spark.executor.resource.gpu.");

  private GpuSettings() {}

  /**
   * Puts them into the settings of a Spark that is to start.
   *
   * @param remarks gets a line for each thing that the user should know
   */
  static void apply(SparkConf conf, Resources resources, List<String> remarks) {
    String master = conf.get("spark.master");
    if (OneMachine.isInThisJvm(master)) {
      removeAll(conf, master, remarks);
    } else if (resources.wantsGpu()) {
      request(conf, resources);
    }
    if (resources.wantsGpu() && !Backend.hasCuda()) {
      remarks.add(
          "resources.gpu: this build computes on processors; trials take their places on GPUs, and"
              + " leave them idle. Build with -Pcuda to train on GPUs.");
    }
  }

  private static void request(SparkConf conf, Resources resources) {
    conf.set(PER_TASK, String.valueOf(resources.gpu()));
    conf.setIfMissing(PER_EXECUTOR, "1");
    // CUDA's own order is by speed; that of whoever hands out addresses is by place on the bus.
    conf.setExecutorEnv("CUDA_DEVICE_ORDER", "PCI_BUS_ID");
  }

  /** Spark hands out no GPUs there, and tasks that ask for one would wait for ever. */
  private static void removeAll(SparkConf conf, String master, List<String> remarks) {
    List<String> removed =
        Stream.of(conf.getAll())
            .map(Tuple2::_1)
            .filter(key -> OF_GPUS.stream().anyMatch(key::startsWith))
            .sorted()
            .toList();
    removed.forEach(conf::remove);
    if (!removed.isEmpty()) {
      remarks.add(
          "%s: left out, as Spark hands out no GPUs on master %s and would wait for ever"
              .formatted(String.join(", ", removed), master));
    }
  }
}
