package sweep4j.driver.cli;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What something has cost. Not how long it took, which on a busy machine says more of the others.
 *
 * @param processor time of all processors, for this process
 * @param bytes that the calling thread has allocated, most of which are free again at once
 */
record Effort(Duration processor, long bytes) {

  private static Effort soFar() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return new Effort(
        Duration.ofNanos(system.getProcessCpuTime()),
        threads.getThreadAllocatedBytes(Thread.currentThread().getId()));
  }

  /** Counts from here on. */
  static Meter meter() {
    return new Meter(soFar());
  }

  /** What has been spent since it was made. */
  record Meter(Effort start) {
    Effort read() {
      Effort now = soFar();
      return new Effort(now.processor().minus(start.processor()), now.bytes() - start.bytes());
    }
  }
}
