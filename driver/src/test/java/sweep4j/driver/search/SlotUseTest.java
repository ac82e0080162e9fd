package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.LongStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sweep4j.driver.search.SearchMethod.CoarseToFine;

/**
 * Rounds must not leave a cluster idle: 2,000 trials on 64 slots, whose durations vary tenfold, on
 * a virtual clock.
 */
class SlotUseTest {
  private static final int TRIALS = 2000;
  private static final int SLOTS = 64;
  private static final int SEEDS = 20;

  private record Running(int trial, double until) {}

  /**
   * 95% is all that can be had: a search that never waits has a median of 95.5%, as slots stand
   * still at the very end while the last trials run out. So the loss to it is bounded too.
   */
  @ParameterizedTest
  @CsvSource({"3, 0.95, 0.001", "8, 0.94, 0.015"})
  void slotsAreKeptBusy(int rounds, double leastUse, double mostLost) {
    Sampler sampler = new CoarseToFine(rounds).sampler(SearchTask.of(Spaces.mixed(), TRIALS, 42));
    double use = medianUse(sampler::needs);
    assertThat(use).isGreaterThanOrEqualTo(leastUse);
    assertThat(medianUse(trial -> 0) - use).isBetween(0.0, mostLost);
  }

  private static double medianUse(IntUnaryOperator needs) {
    double[] uses = LongStream.range(0, SEEDS).mapToDouble(seed -> use(needs, seed)).toArray();
    return new Median().evaluate(uses);
  }

  /** Busy time over the slots' time until the last trial ends. */
  private static double use(IntUnaryOperator needs, long seed) {
    var random = new SplittableRandom(seed);
    var running = new PriorityQueue<>(Comparator.comparingDouble(Running::until));
    boolean[] ended = new boolean[TRIALS];
    double busy = 0.0;
    double now = 0.0;
    int prefix = 0;
    int next = 0;
    while (prefix < TRIALS) {
      while (next < TRIALS && running.size() < SLOTS && needs.applyAsInt(next) <= prefix) {
        double duration = Math.pow(10.0, random.nextDouble());
        busy += duration;
        running.add(new Running(next, now + duration));
        next++;
      }
      Running first = running.remove();
      now = first.until();
      ended[first.trial()] = true;
      while (prefix < TRIALS && ended[prefix]) {
        prefix++;
      }
    }
    return busy / (SLOTS * now);
  }
}
