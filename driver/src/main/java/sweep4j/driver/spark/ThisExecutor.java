package sweep4j.driver.spark;

import org.apache.spark.SparkEnv;
import org.apache.spark.storage.BlockManagerId;
import sweep4j.driver.study.UnfitExecutorException;

/** The executor that the calling task runs in. */
final class ThisExecutor {

  private ThisExecutor() {}

  /** Executor and host, for example {@code 0@worker-3}; {@code driver@...} in local mode. */
  static String name() {
    return id().executorId() + "@" + id().host();
  }

  /** The same for a sentence. */
  static String inWords() {
    return "executor %s on %s".formatted(id().executorId(), id().host());
  }

  /** The data of a sweep do not fit. */
  static UnfitExecutorException tooSmall(OutOfMemoryError e) {
    return new UnfitExecutorException(
        "the data do not fit into the %d MiB of memory of %s: give executors more (spark.executor.memory), or use fewer rows or columns"
            .formatted(Runtime.getRuntime().maxMemory() >> 20, inWords()),
        e);
  }

  private static BlockManagerId id() {
    return SparkEnv.get().blockManager().blockManagerId();
  }
}
