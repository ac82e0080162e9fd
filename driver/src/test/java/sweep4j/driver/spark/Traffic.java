package sweep4j.driver.spark;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerBlockUpdated;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.storage.BlockUpdatedInfo;
import org.apache.spark.storage.BroadcastBlockId;

/** Counts what Spark sends to executors by broadcast, and what tasks send back. */
final class Traffic extends SparkListener {

  /** By broadcast, the bytes of all pieces that executors have got, and keep, or hand on. */
  private final Map<Long, Long> sent = new TreeMap<>();

  private long results;

  @Override
  public synchronized void onBlockUpdated(SparkListenerBlockUpdated event) {
    BlockUpdatedInfo block = event.blockUpdatedInfo();
    if (block.blockId() instanceof BroadcastBlockId broadcast
        && broadcast.field().startsWith("piece")
        && block.storageLevel().isValid()
        && !block.blockManagerId().isDriver()) {
      sent.merge(broadcast.broadcastId(), block.memSize() + block.diskSize(), Long::sum);
    }
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
    results += event.taskMetrics().resultSize();
  }

  synchronized Map<Long, Long> sent() {
    return Map.copyOf(sent);
  }

  synchronized long results() {
    return results;
  }
}
