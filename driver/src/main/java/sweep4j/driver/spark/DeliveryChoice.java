package sweep4j.driver.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.SizeEstimator;
import sweep4j.driver.hadoop.HadoopFiles;
import sweep4j.trial.DataSettings;
import sweep4j.trial.Delivery;

/**
 * How executors come by the data of a sweep.
 *
 * @param inWords that, with its reason; empty where nothing needs to be said
 */
record DeliveryChoice(Way way, String inWords) {

  enum Way {
    /** Executors are threads of the driver. */
    OWN,
    SENT,
    READ
  }

  /** Spark's own: what it leaves of a heap for other things before it takes its share. */
  private static final long RESERVED_BYTES = 300L << 20;

  private static final String DEFAULT_EXECUTOR_MEMORY = "1g";

  static DeliveryChoice of(SweepData data, SparkConf conf, long driverHeapBytes) {
    if (OneMachine.isInThisJvm(conf.get("spark.master"))) {
      return new DeliveryChoice(Way.OWN, "");
    }
    long bytes = SizeEstimator.estimate(data.prepared());
    String size = mebibytes(bytes) + " in memory, ";
    if (data.delivery() == Delivery.BROADCAST) {
      return new DeliveryChoice(Way.SENT, size + "broadcast");
    }
    if (data.delivery() == Delivery.READ) {
      return new DeliveryChoice(Way.READ, size + "read by each executor");
    }
    long most = mostToSend(conf, driverHeapBytes);
    if (bytes <= most) {
      return new DeliveryChoice(Way.SENT, size + "broadcast");
    }
    if (isShared(data.settings(), conf)) {
      return new DeliveryChoice(
          Way.READ,
          size + "read by each executor, as at most %s are broadcast".formatted(mebibytes(most)));
    }
    return new DeliveryChoice(
        Way.SENT,
        size
            + "broadcast, in part from disk, as Spark has memory for %s twice; put them where every machine reads them (such as hdfs:// or s3a://), or set data.delivery: read if each has them under the same path"
                .formatted(mebibytes(most)));
  }

  /**
   * What a driver and an executor can both hold twice: as they are, and as the bytes that are sent,
   * which are no more. Both are in the part of the heap that Spark has for such.
   */
  static long mostToSend(SparkConf conf, long driverHeapBytes) {
    long executorHeapBytes = conf.getSizeAsBytes("spark.executor.memory", DEFAULT_EXECUTOR_MEMORY);
    long heapBytes = Math.min(driverHeapBytes, executorHeapBytes);
    double share = conf.getDouble("spark.memory.fraction", 0.6);
    return Math.max(0, (long) ((heapBytes - RESERVED_BYTES) * share / 2));
  }

  private static boolean isShared(DataSettings settings, SparkConf conf) {
    return conf.get("spark.master").startsWith("local-cluster[")
        || settings.locations().stream().noneMatch(HadoopFiles::isLocal);
  }

  private static String mebibytes(long bytes) {
    return bytes < 1 << 20 ? "less than 1 MiB" : (bytes >> 20) + " MiB";
  }

  /** What tasks have the data from. */
  DataSupply supply(JavaSparkContext spark, SweepData data) {
    return switch (way) {
      case OWN -> OwnData.of(data.prepared());
      case SENT -> new SentData(spark.broadcast(data.prepared()));
      case READ ->
          new ReadData(
              new ReadData.Files(data.settings(), data.seed(), data.prepared().contentHash()),
              spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration())));
    };
  }
}
