package sweep4j.worker.device;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * GPUs of this process, each with places for some trials side by side, for where nobody else hands
 * them out. For any number of threads.
 */
public final class DevicePool {

  private final int places;

  /** In turns: all GPUs get their first trial before one gets its second. */
  private final Deque<Device> free = new ArrayDeque<>();

  /**
   * A pool.
   *
   * @param addresses of the GPUs, each once
   * @param trialsPerGpu at least 1
   */
  public DevicePool(List<String> addresses, int trialsPerGpu) {
    if (addresses.isEmpty() || trialsPerGpu < 1) {
      throw new IllegalArgumentException(
          "a pool needs a GPU and a place on it, but got %s with %d places each"
              .formatted(addresses, trialsPerGpu));
    }
    for (int place = 0; place < trialsPerGpu; place++) {
      addresses.forEach(address -> free.add(Device.gpu(address)));
    }
    this.places = free.size();
  }

  /** How many trials can train at once. */
  public int places() {
    return places;
  }

  /** Takes a place; waits while there is none. */
  public synchronized Lease take() throws InterruptedException {
    while (free.isEmpty()) {
      wait();
    }
    return new Lease(this, free.remove());
  }

  private synchronized void giveBack(Device device) {
    free.add(device);
    notifyAll();
  }

  /** A place on a GPU, until it is closed. */
  public static final class Lease implements AutoCloseable {
    private final @Nullable DevicePool pool;
    private final Device device;
    private boolean closed;

    /** What somebody else has handed out, and takes back. */
    public static Lease given(Device device) {
      return new Lease(null, device);
    }

    private Lease(@Nullable DevicePool pool, Device device) {
      this.pool = pool;
      this.device = device;
    }

    public Device device() {
      return device;
    }

    /** Gives the place back, once. */
    @Override
    public void close() {
      if (!closed && pool != null) {
        closed = true;
        pool.giveBack(device);
      }
    }
  }
}
