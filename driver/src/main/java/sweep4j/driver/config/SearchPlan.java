package sweep4j.driver.config;

import sweep4j.driver.search.PruningMethod;
import sweep4j.driver.search.SearchMethod;

/**
 * How configurations are chosen.
 *
 * @param method the strategy
 * @param maxTrials how many are trained, at least 1; for a grid, the number of its cells
 * @param pruning what stops some of them before their end
 */
public record SearchPlan(SearchMethod method, int maxTrials, PruningMethod pruning) {
  /** A driver keeps every result; more than these are a slip of the pen. */
  static final int MOST_TRIALS = 1_000_000;

  public SearchPlan {
    if (maxTrials < 1 || maxTrials > MOST_TRIALS) {
      throw new IllegalArgumentException(
          "max_trials must be from 1 to " + MOST_TRIALS + ", but got " + maxTrials);
    }
  }

  /** A plan that stops no trial because of others. */
  public SearchPlan(SearchMethod method, int maxTrials) {
    this(method, maxTrials, new PruningMethod.None());
  }

  SearchPlan with(PruningMethod other) {
    return new SearchPlan(method, maxTrials, other);
  }
}
