package sweep4j.driver.spark;

import java.util.OptionalInt;
import org.apache.spark.SparkConf;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Resources;
import sweep4j.worker.device.Backend;
import sweep4j.worker.device.DevicePool;
import sweep4j.worker.device.GpuCheck;

/**
 * The GPUs of this process where trials are its own threads: on a local master Spark hands none
 * out, so trials take them from a pool.
 */
public final class LocalGpus {

  private static volatile @Nullable DevicePool pool;

  private LocalGpus() {}

  /**
   * Has this process compute on its GPUs, if trials are to train on them, and in it. To be called
   * before anything of ND4J's is loaded.
   *
   * @param master where to run; null to leave it to spark-submit
   * @throws SparkStartException if trials cannot train on GPUs here, though this build could
   */
  public static void open(@Nullable String master, Resources resources)
      throws SparkStartException, InterruptedException {
    String where = master == null ? new SparkConf().get("spark.master", "local[*]") : master;
    if (!resources.wantsGpu() || !Backend.hasCuda() || !OneMachine.isInThisJvm(where)) {
      return;
    }
    GpuCheck check = GpuCheck.here(Backend.gpus());
    if (check.problem() != null) {
      throw new SparkStartException("resources.gpu: " + check.problem());
    }
    Backend.bind(check.addresses());
    pool = new DevicePool(check.addresses(), resources.trialsPerGpu());
  }

  /** Takes a place on a GPU of this process's pool; what Spark has given where there is no pool. */
  static DevicePool.Lease lease() {
    DevicePool mine = pool;
    if (mine == null) {
      return DevicePool.Lease.given(TaskDevice.current());
    }
    try {
      return mine.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped from outside, while it waited for a GPU", e);
    }
  }

  /** How many trials the pool has room for; empty where there is none. */
  static OptionalInt places() {
    DevicePool mine = pool;
    return mine == null ? OptionalInt.empty() : OptionalInt.of(mine.places());
  }
}
