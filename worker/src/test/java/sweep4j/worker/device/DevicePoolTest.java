package sweep4j.worker.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** With GPUs that nobody has: a pool hands out addresses. */
class DevicePoolTest {

  @Test
  void everyGpuGetsItsFirstTrialBeforeOneGetsItsSecond() throws Exception {
    var pool = new DevicePool(List.of("4", "7"), 2);
    var taken = new ArrayList<String>();
    for (int i = 0; i < pool.places(); i++) {
      taken.add(String.valueOf(pool.take().device().gpu()));
    }
    assertThat(taken).containsExactly("4", "7", "4", "7");
  }

  /** Two trials on a GPU with room for one would end for want of memory. */
  @Test
  void whoFindsNoPlaceWaitsForOne() throws Exception {
    var pool = new DevicePool(List.of("0"), 1);
    DevicePool.Lease first = pool.take();
    var second = new FutureTask<>(pool::take);
    new Thread(second).start();
    Thread.sleep(100);
    assertThat(second.isDone()).isFalse();

    first.close();

    assertThat(second.get(1, TimeUnit.MINUTES).device()).isEqualTo(Device.gpu("0"));
  }

  /** A place that came back twice would be there twice. */
  @Test
  void aLeaseIsGivenBackOnce() throws Exception {
    var pool = new DevicePool(List.of("0"), 1);
    DevicePool.Lease lease = pool.take();
    lease.close();
    lease.close();
    DevicePool.Lease again = pool.take();
    var other = new Thread(new FutureTask<>(pool::take));
    other.start();
    other.join(100);

    assertThat(other.isAlive()).isTrue();
    again.close();
    other.join(60_000);
    assertThat(other.isAlive()).isFalse();
  }

  @Test
  void noGpuEverHasMoreTrialsThanPlaces() throws Exception {
    var pool = new DevicePool(List.of("0", "1", "2"), 2);
    Map<Device, AtomicInteger> busy = new ConcurrentHashMap<>();
    List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
    Callable<Void> trial =
        () -> {
          try (DevicePool.Lease lease = pool.take()) {
            var here = busy.computeIfAbsent(lease.device(), device -> new AtomicInteger());
            seen.add(here.incrementAndGet());
            Thread.sleep(1);
            here.decrementAndGet();
          }
          return null;
        };
    var threads = Executors.newFixedThreadPool(12);
    try {
      for (var done : threads.invokeAll(Collections.nCopies(200, trial))) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(busy).hasSize(3);
    assertThat(seen).hasSize(200).allMatch(trials -> trials <= 2).contains(2);
  }
}
