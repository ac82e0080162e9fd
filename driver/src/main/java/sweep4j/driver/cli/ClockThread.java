package sweep4j.driver.cli;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The machine's clock, and a thread that keeps no process from ending. */
final class ClockThread implements PacedWriting.Clock {

  private final ScheduledThreadPoolExecutor thread;

  ClockThread(String name) {
    this.thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              var made = new Thread(task, name);
              made.setDaemon(true);
              return made;
            });
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void after(long nanos, Runnable task) {
    var unused = thread.schedule(task, nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void stop() {
    // Not at once, which would interrupt a task that writes.
    thread.shutdown();
  }
}
