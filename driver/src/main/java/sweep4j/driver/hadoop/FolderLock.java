package sweep4j.driver.hadoop;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The right to write to a folder, on file systems that have no locks: a file {@code .lock-N} that
 * says who the owner is, with a count that the owner raises every few seconds. Who finds the count
 * standing still takes over with a file of the next number. No clocks of two machines are compared.
 *
 * <p>For example: A has {@code .lock-000001} and is killed. B and C both watch it stand still for
 * 15 seconds, and both create {@code .lock-000002}. On HDFS one of them succeeds. Elsewhere both
 * may; they wait, read it again, and the one whose name is not in it gives up. If A was only
 * asleep, it finds {@code .lock-000002} at its next renewal, and before each write that comes long
 * after the last one, and writes no more.
 */
final class FolderLock {

  private static final Pattern NAME = Pattern.compile("\\.lock-(\\d+)");
  private static final int LOOKS_PER_RENEWAL = 3;

  private final HadoopFolder folder;
  private final LockTimes times;
  private final int number;
  private final String owner =
      ManagementFactory.getRuntimeMXBean().getName() + " " + UUID.randomUUID();
  private final ScheduledExecutorService renewing =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "lock");
            thread.setDaemon(true);
            return thread;
          });
  private long count;
  private long renewedAt = System.nanoTime();
  private boolean lost;

  private FolderLock(HadoopFolder folder, LockTimes times, int number) {
    this.folder = folder;
    this.times = times;
    this.number = number;
  }

  /**
   * The lock of {@code folder}, which is there; null if another driver has it and is alive.
   *
   * @param waiting is told before it is watched whether one is
   */
  static @Nullable FolderLock take(HadoopFolder folder, LockTimes times, Consumer<String> waiting)
      throws IOException {
    int former = newest(folder);
    if (former > 0) {
      waiting.accept(
          "%s may be another run's: watching %s for up to %d s, in which a run that goes on would renew it."
              .formatted(
                  folder.location(),
                  name(former),
                  TimeUnit.NANOSECONDS.toSeconds(times.deathNanos())));
      if (isAlive(folder, former, times)) {
        return null;
      }
    }
    var lock = new FolderLock(folder, times, former + 1);
    return lock.create() ? lock : null;
  }

  private static String name(int number) {
    return ".lock-%06d".formatted(number);
  }

  /** 0 if there is none. */
  private static int newest(HadoopFolder folder) throws IOException {
    return numbers(folder).stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static List<Integer> numbers(HadoopFolder folder) throws IOException {
    return folder.list("").stream()
        .map(NAME::matcher)
        .filter(Matcher::matches)
        .map(matcher -> Integer.valueOf(matcher.group(1)))
        .toList();
  }

  /** Watches a lock until it changes, goes away, or has stood still for long enough. */
  private static boolean isAlive(HadoopFolder folder, int number, LockTimes times)
      throws IOException {
    String first = read(folder, number);
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < times.deathNanos()) {
      sleep(times.renewal().toNanos() / LOOKS_PER_RENEWAL);
      String now = read(folder, number);
      if (newest(folder) > number || (now != null && !now.equals(first))) {
        return true;
      }
      if (now == null) {
        return false;
      }
    }
    return false;
  }

  private static @Nullable String read(HadoopFolder folder, int number) throws IOException {
    byte[] content = folder.readIfThere(name(number));
    return content == null ? null : new String(content, StandardCharsets.UTF_8);
  }

  private static void sleep(long nanos) throws IOException {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for another driver's lock");
    }
  }

  /** Makes the lock file, and makes sure that nobody else has; then keeps it. */
  private boolean create() throws IOException {
    try {
      FSDataOutputStream out = folder.create(name(number));
      folder.run(
          () -> {
            try (out) {
              out.write(content());
            }
          });
    } catch (IOException e) {
      if (!folder.exists(name(number))) {
        throw e;
      }
      return false;
    }
    if (!folder.createsForOne()) {
      sleep(times.renewal().toNanos());
    }
    if (!isOwn()) {
      return false;
    }
    if (newest(folder) > number) {
      folder.delete(name(number));
      return false;
    }
    for (int former : numbers(folder)) {
      if (former < number) {
        folder.delete(name(former));
      }
    }
    long nanos = times.renewal().toNanos();
    var unused =
        renewing.scheduleWithFixedDelay(this::renewQuietly, nanos, nanos, TimeUnit.NANOSECONDS);
    return true;
  }

  private byte[] content() {
    return (owner + " " + count).getBytes(StandardCharsets.UTF_8);
  }

  private boolean isOwn() throws IOException {
    String content = read(folder, number);
    return content != null && content.startsWith(owner + " ");
  }

  private void renewQuietly() {
    try {
      renew();
    } catch (IOException e) {
      // The next write finds out whether it still may.
    }
  }

  private synchronized void renew() throws IOException {
    if (renewing.isShutdown()) {
      return;
    }
    long begun = System.nanoTime();
    if (newest(folder) > number || !isOwn()) {
      lost = true;
      renewing.shutdown();
      return;
    }
    count++;
    folder.replace(name(number), content());
    renewedAt = begun;
  }

  /**
   * To be asked before each write.
   *
   * @throws IOException when another driver has the folder now, or when it cannot be told
   */
  synchronized void check() throws IOException {
    if (!lost && System.nanoTime() - renewedAt > times.doubtNanos()) {
      renew();
    }
    if (lost) {
      throw new IOException(
          "%s has been taken over by another driver, because this one gave no sign of life for %d s (or somebody deleted %s); to keep its results whole, this run writes nothing more"
              .formatted(
                  folder.location(),
                  TimeUnit.NANOSECONDS.toSeconds(times.deathNanos()),
                  name(number)));
    }
  }

  /** Gives the folder back. */
  synchronized void release() throws IOException {
    renewing.shutdown();
    if (!lost && isOwn()) {
      folder.delete(name(number));
    }
  }
}
