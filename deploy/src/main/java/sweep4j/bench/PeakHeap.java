package sweep4j.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** How much heap this process has used at most, garbage included. */
final class PeakHeap {
  private PeakHeap() {}

  /** The sum over all pools, which may have peaked at different times: an upper bound. */
  static long mebibytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(each -> each.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(each -> each.getUsed())
            .sum()
        >> 20;
  }
}
