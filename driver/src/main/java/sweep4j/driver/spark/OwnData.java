package sweep4j.driver.spark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import sweep4j.worker.data.PreparedData;

/**
 * Data for tasks that are threads of the driver's own process. Even there Spark writes and reads
 * each task and each broadcast, and would keep a second copy that nobody asks for.
 *
 * @param number of the data in this process
 */
record OwnData(int number) implements DataSupply {

  private static final Map<Integer, PreparedData> DATA = new ConcurrentHashMap<>();
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  static OwnData of(PreparedData data) {
    var own = new OwnData(NUMBERS.getAndIncrement());
    DATA.put(own.number, data);
    return own;
  }

  @Override
  public PreparedData data() {
    PreparedData data = DATA.get(number);
    if (data == null) {
      throw new IllegalStateException("the sweep that these data are of has ended");
    }
    return data;
  }

  @Override
  public void release() {
    DATA.remove(number);
  }
}
