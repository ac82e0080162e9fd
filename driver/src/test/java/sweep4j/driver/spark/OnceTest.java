package sweep4j.driver.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OnceTest {

  private static final int THREADS = 16;

  private final Once<String, Integer> once = new Once<>("maker");
  private final AtomicInteger made = new AtomicInteger();

  /** An executor's first trials all ask at once; each of them would read the data. */
  @Test
  void manyThreadsThatAskAtOnceShareOneValue() throws Exception {
    var ready = new CountDownLatch(THREADS);
    var asked = new ArrayList<Future<Integer>>();
    for (int i = 0; i < THREADS; i++) {
      asked.add(
          inThread(
              () -> {
                ready.countDown();
                ready.await();
                return once.get("a", made::incrementAndGet);
              }));
    }
    for (Future<Integer> each : asked) {
      assertThat(each.get()).isEqualTo(1);
    }
    assertThat(once.get("b", made::incrementAndGet)).isEqualTo(2);
  }

  /** A file system that was away for a minute must not spoil a process for good. */
  @Test
  void afterAFailureTheNextToAskHasItMadeAnew() throws Exception {
    assertThatThrownBy(
            () ->
                once.get(
                    "a",
                    () -> {
                      throw new OutOfMemoryError("this time");
                    }))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("this time");
    assertThat(once.get("a", made::incrementAndGet)).isEqualTo(1);
  }

  /** A trial that is cancelled while it reads would take the data from all others. */
  @Test
  void whoIsInterruptedDisturbsNobody() throws Exception {
    var begun = new CountDownLatch(1);
    var goOn = new CompletableFuture<Integer>();
    var first =
        inThread(
            () ->
                once.get(
                    "a",
                    () -> {
                      begun.countDown();
                      return goOn.get();
                    }));
    begun.await();
    var second = inThread(() -> once.get("a", made::incrementAndGet));
    first.cancel(true);
    goOn.complete(7);
    assertThat(second.get()).isEqualTo(7);
    assertThat(once.get("a", made::incrementAndGet)).isEqualTo(7);
  }

  private static Future<Integer> inThread(Callable<Integer> work) {
    var task = new FutureTask<>(work);
    new Thread(task).start();
    return task;
  }
}
