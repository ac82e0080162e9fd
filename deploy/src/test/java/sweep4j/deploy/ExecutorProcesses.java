package sweep4j.deploy;

import java.util.List;

/** The executors of a driver that has started them itself, as in {@code local-cluster}. */
final class ExecutorProcesses {

  private ExecutorProcesses() {}

  /** Those that run now. */
  static List<ProcessHandle> of(Process driver) {
    return driver.descendants().filter(ExecutorProcesses::isExecutor).toList();
  }

  private static boolean isExecutor(ProcessHandle process) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains("CoarseGrainedExecutorBackend"))
        .isPresent();
  }

  /** Ends a driver that a test has no more need of, and all that it has started. */
  static void endAll(Process driver) {
    driver.descendants().forEach(ProcessHandle::destroyForcibly);
    driver.destroyForcibly();
  }
}
