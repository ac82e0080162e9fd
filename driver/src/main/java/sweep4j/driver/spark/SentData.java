package sweep4j.driver.spark;

import org.apache.spark.broadcast.Broadcast;
import sweep4j.worker.data.PreparedData;

/** Data that the driver sends, and executors hand on to each other; Spark keeps them there. */
record SentData(Broadcast<PreparedData> broadcast) implements DataSupply {

  @Override
  public PreparedData data() {
    try {
      return broadcast.value();
    } catch (OutOfMemoryError e) {
      throw ThisExecutor.tooSmall(e);
    }
  }
}
