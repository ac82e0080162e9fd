package sweep4j.driver.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Seeds;
import sweep4j.trial.Seeds.Stream;

/**
 * Makes whole configurations of partial ones: what is left out is drawn at random from what is
 * declared there, and no two of a finite space become equal. Those that leave the least open are
 * completed first, so that a freer one does not take the only place of another.
 */
final class Completion {
  private Completion() {}

  /**
   * Points of the whole configurations, in the order of {@code wanted}.
   *
   * @throws IllegalArgumentException if nothing is left for one; the message has its number, from 0
   */
  static List<double[]> points(SearchSpace space, List<Hyperparameters> wanted, long seed) {
    SearchSpace declared = space.declared();
    List<SearchSpace> parts = wanted.stream().map(declared::with).toList();
    Hyperparameters[] whole = new Hyperparameters[wanted.size()];
    IntStream.range(0, whole.length)
        .boxed()
        .sorted(Comparator.comparingLong(i -> choices(parts.get(i))))
        .forEach(i -> whole[i] = drawn(parts.get(i), whole, seed, i));
    return Arrays.stream(whole).map(space::pointOf).map(Completion::withoutGaps).toList();
  }

  private static long choices(SearchSpace part) {
    return Cells.ifFinite(part).map(Cells::count).orElse(Long.MAX_VALUE);
  }

  private static Hyperparameters drawn(
      SearchSpace part, Hyperparameters[] others, long seed, int number) {
    List<double[]> taken =
        Arrays.stream(others)
            .filter(other -> other != null && isOf(part, other))
            .map(part::pointOf)
            .toList();
    long own = Seeds.mix(seed, Stream.TRY_FIRST, number);
    var draw = new RandomSampler(new SearchTask(part, 1, own, taken, Horizon.ALL_BEFORE));
    if (draw.trials() == 0) {
      throw new IllegalArgumentException(
          "try_first[" + number + "] leaves nothing that the others do not try already");
    }
    return part.at(draw.point(0));
  }

  private static boolean isOf(SearchSpace part, Hyperparameters whole) {
    return part.configurationOf(whole).filter(whole::equals).isPresent();
  }

  /** A point has a value for every parameter, also for one that does not exist there. */
  private static double[] withoutGaps(double[] point) {
    return Arrays.stream(point).map(unit -> Double.isNaN(unit) ? 0.5 : unit).toArray();
  }
}
