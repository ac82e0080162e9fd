package sweep4j.driver.hadoop;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Does work on threads of its own, and waits for it whatever happens. Hadoop's clients answer an
 * interrupt by breaking off what they write, and Ctrl-C interrupts the thread that runs a sweep.
 */
final class Uninterrupted {

  /** What is to be done. */
  interface Work<T> {
    T run() throws IOException;
  }

  /** As {@link Work}, without a result. */
  interface Task {
    void run() throws IOException;
  }

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            var thread = new Thread(work, "hadoop-storage");
            thread.setDaemon(true);
            return thread;
          });

  /** The result of {@code work}; an interrupt of the caller is still to be seen thereafter. */
  <T> T call(Work<T> work) throws IOException {
    Future<T> result = threads.submit(work::run);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw asIoException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** As {@link #call}, without a result. */
  void run(Task task) throws IOException {
    call(
        () -> {
          task.run();
          return true;
        });
  }

  private static IOException asIoException(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    // Runtime exceptions are Hadoop's way to say that a path is malformed or a class missing.
    return cause instanceof IOException io
        ? io
        : new IOException(cause == null ? "no reason given" : cause.getMessage(), cause);
  }
}
