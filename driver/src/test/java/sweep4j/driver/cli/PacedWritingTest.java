package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A file that is written with each trial makes a long sweep quadratic; one that is written too
 * seldom, or not at its end, shows a sweep that is not the one that was run.
 */
class PacedWritingTest {

  /** Moves on only when told to, and by as much as a writing takes. */
  private static final class HandClock implements PacedWriting.Clock {
    private record Due(long at, Runnable task) {}

    private final List<Due> dues = new ArrayList<>();
    private long now = Long.MAX_VALUE - 5; // a clock may begin anywhere, and pass its largest value
    private boolean stopped;

    @Override
    public long nanos() {
      return now;
    }

    @Override
    public void after(long nanos, Runnable task) {
      assertThat(nanos).isNotNegative();
      dues.add(new Due(now + nanos, task));
    }

    @Override
    public void stop() {
      stopped = true;
      dues.clear();
    }

    /** Does all that is due until {@code nanos} from now, each at its time. */
    void pass(long nanos) {
      long end = now + nanos;
      while (true) {
        Due next = dues.stream().min(Comparator.comparingLong(due -> due.at() - end)).orElse(null);
        if (next == null || next.at() - end > 0) {
          break;
        }
        dues.remove(next);
        now = next.at() - now > 0 ? next.at() : now;
        next.task().run();
      }
      now = end - now > 0 ? end : now;
    }
  }

  private final HandClock clock = new HandClock();
  private final List<Integer> written = new ArrayList<>();
  private int content;
  private long nanosToWrite = 10;

  private void write() {
    written.add(content);
    clock.now += nanosToWrite;
  }

  private void change(PacedWriting writing) throws IOException {
    content++;
    writing.changed();
  }

  @Test
  void whatComesSeldomIsWrittenAtOnce() throws IOException {
    var writing = new PacedWriting(this::write, clock);
    for (int i = 0; i < 5; i++) {
      change(writing);
      clock.pass(0);
      assertThat(written).hasSize(i + 1).last().isEqualTo(content);
      clock.pass(nanosToWrite * PacedWriting.PAUSE);
    }
  }

  @Test
  void whatComesDuringThePauseIsWrittenAtItsEndEvenIfNothingMoreComes() throws IOException {
    var writing = new PacedWriting(this::write, clock);
    change(writing);
    clock.pass(0);
    change(writing);
    change(writing);

    clock.pass(nanosToWrite * PacedWriting.PAUSE - 1);
    assertThat(written).containsExactly(1);
    clock.pass(1);
    assertThat(written).containsExactly(1, 3);
    clock.pass(1_000_000);
    assertThat(written).containsExactly(1, 3);
  }

  /** The file grows with each change, and so does the time to write it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 100})
  void writingTakesABoundedShareOfTheTime(int nanosBetween) throws IOException {
    var writing = new PacedWriting(this::write, clock);
    long start = clock.now;
    long busy = 0;
    for (int i = 0; i < 100_000; i++) {
      nanosToWrite = 1 + i / 100L;
      int before = written.size();
      change(writing);
      clock.pass(nanosBetween);
      busy += (written.size() - before) * nanosToWrite;
    }

    // One writing has begun without its pause being over.
    double share = (double) (busy - nanosToWrite) / (clock.now - start);
    assertThat(share).isBetween(0.0, 1.0 / (1 + PacedWriting.PAUSE));
    assertThat(written).hasSizeGreaterThan(10);
  }

  @Test
  void aChangeDuringAWritingIsNotLostAndWaitsForItsPause() throws IOException {
    var holder = new ArrayList<PacedWriting>();
    var writing =
        new PacedWriting(
            () -> {
              write();
              if (written.size() == 1) {
                change(holder.get(0));
              }
            },
            clock);
    holder.add(writing);
    change(writing);

    clock.pass(0);
    clock.pass(nanosToWrite * PacedWriting.PAUSE - 1);
    assertThat(written).containsExactly(1);
    clock.pass(1);
    assertThat(written).containsExactly(1, 2);
  }

  @Test
  void theEndWritesWhatIsLeftAndNothingTwice() throws IOException {
    var writing = new PacedWriting(this::write, clock);
    change(writing);
    clock.pass(0);
    change(writing);

    writing.close();
    assertThat(written).containsExactly(1, 2);
    assertThat(clock.stopped).isTrue();
    writing.close();
    assertThat(written).containsExactly(1, 2);
  }

  @Test
  void aFailureIsToldToTheStudyAndAtTheEnd() throws IOException {
    var writing =
        new PacedWriting(
            () -> {
              throw new IOException("the disk is full");
            },
            clock);
    change(writing);
    clock.pass(0);

    assertThatThrownBy(() -> change(writing)).hasMessage("the disk is full");
    assertThatThrownBy(writing::close).hasMessage("the disk is full");
  }

  @Test
  void aFailureOfTheLastWritingIsToldAtTheEnd() throws IOException {
    var writing =
        new PacedWriting(
            () -> {
              throw new IOException("the disk is full");
            },
            clock);
    change(writing);

    assertThatThrownBy(writing::close).hasMessage("the disk is full");
  }
}
