package sweep4j.driver.study;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Leg;

/**
 * How often trials were started, and which of them must run alone.
 *
 * <p>When an executor dies, every trial that ran there is lost, and nobody can tell which of them
 * killed it. So what was lost is started again at once, and the last attempt is made while nothing
 * else runs: what is lost then has itself to blame. The same goes for a trial that ran out of
 * memory beside others, which may have taken it.
 */
final class Attempts {

  private final int most;
  private final History history;
  private final Set<Integer> lonely = new HashSet<>();
  private final Queue<Leg> waiting = new ArrayDeque<>();

  /**
   * Nothing waits.
   *
   * @param most attempts of a trial, at least 1
   * @param history which counts those that were lost, and keeps counting
   */
  Attempts(int most, History history) {
    this.most = most;
    this.history = history;
  }

  /** The number of a trial's next or running attempt, from 1. */
  int number(int trial) {
    return 1 + history.lostAttempts(trial);
  }

  /** Whether there is to be another attempt after the one that is running. */
  boolean another(int trial) {
    return number(trial) < most;
  }

  /** Whether the next attempt at a trial is for it alone. */
  boolean mustBeAlone(int trial) {
    return lonely.contains(trial) || (number(trial) > 1 && number(trial) >= most);
  }

  /** From now on, a trial must run alone. */
  void isolate(int trial) {
    lonely.add(trial);
  }

  /** Has {@code leg} wait until nothing else runs. */
  void await(Leg leg) {
    waiting.add(leg);
  }

  /** The next leg that waits until nothing else runs; null if none does. */
  @Nullable Leg nextAlone() {
    return waiting.poll();
  }
}
