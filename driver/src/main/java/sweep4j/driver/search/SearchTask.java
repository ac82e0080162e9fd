package sweep4j.driver.search;

import java.util.List;
import sweep4j.driver.space.SearchSpace;

/**
 * What a sampler is made for.
 *
 * @param space what is searched
 * @param maxTrials how many trials at most, at least 1; a space with fewer combinations gets as
 *     many as it has
 * @param seed of the sweep; the same seed gives the same sampler
 * @param taken points that the sweep tries anyway, not counted in {@code maxTrials}: the sampler
 *     leaves them out. Where a trial needs any trial at all, it is also shown the results at these
 *     points, as those of the trials {@code -taken.size() .. -1}
 * @param horizon which results a trial may wait for
 */
public record SearchTask(
    SearchSpace space, int maxTrials, long seed, List<double[]> taken, Horizon horizon) {

  public SearchTask {
    if (maxTrials < 1) {
      throw new IllegalArgumentException("`max_trials >= 1` must hold, but got " + maxTrials);
    }
    taken = List.copyOf(taken);
  }

  /** A task on its own: nothing taken, and every earlier trial may be waited for. */
  public static SearchTask of(SearchSpace space, int maxTrials, long seed) {
    return new SearchTask(space, maxTrials, seed, List.of(), Horizon.ALL_BEFORE);
  }
}
