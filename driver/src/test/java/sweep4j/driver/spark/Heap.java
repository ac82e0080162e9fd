package sweep4j.driver.spark;

import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/**
 * The heap of a process, in bytes.
 *
 * @param peak at most so far, garbage included: the sum over all pools, an upper bound
 * @param held what a collection leaves now
 */
record Heap(long peak, long held) implements Serializable {

  /** Of the process of the calling thread. */
  static Heap now() {
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(each -> each.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(each -> each.getUsed())
            .sum();
    System.gc();
    return new Heap(peak, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }

  static Heap larger(Heap one, Heap other) {
    return new Heap(Math.max(one.peak, other.peak), Math.max(one.held, other.held));
  }
}
