package sweep4j.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Processor time of this process. */
final class Load {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Load() {}

  /** Seconds of all threads, from the start of the process. */
  static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  /** Seconds of the thread called {@code name}; 0 if there is none any more, or not yet. */
  static double cpuSecondsOf(String name) {
    for (long id : THREADS.getAllThreadIds()) {
      var thread = THREADS.getThreadInfo(id);
      if (thread != null && thread.getThreadName().equals(name)) {
        return Math.max(0, THREADS.getThreadCpuTime(id)) / 1e9;
      }
    }
    return 0.0;
  }
}
