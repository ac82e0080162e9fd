package sweep4j.driver.spark;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;

/**
 * Values that are made once and shared by all threads. They are made on a thread of their own, so
 * that a thread which is told to stop takes nothing from the others that wait. A failure is for
 * those who waited for it: who asks later has the value made anew.
 */
final class Once<K, V> {

  private final ConcurrentMap<K, CompletableFuture<V>> values = new ConcurrentHashMap<>();
  private final String threadName;

  Once(String threadName) {
    this.threadName = threadName;
  }

  /**
   * The value of {@code key}, made by {@code maker} if there is none and nobody makes it already.
   *
   * @throws ExecutionException with what {@code maker} threw
   */
  V get(K key, Callable<V> maker) throws InterruptedException, ExecutionException {
    var fresh = new CompletableFuture<V>();
    CompletableFuture<V> known = values.putIfAbsent(key, fresh);
    if (known != null) {
      return known.get();
    }
    var thread = new Thread(() -> make(key, fresh, maker), threadName);
    thread.setDaemon(true);
    thread.start();
    return fresh.get();
  }

  private void make(K key, CompletableFuture<V> value, Callable<V> maker) {
    try {
      value.complete(maker.call());
    } catch (Exception | Error e) {
      values.remove(key, value);
      value.completeExceptionally(e);
    }
  }
}
