package sweep4j.driver.config;

import sweep4j.driver.search.SearchMethod;

/**
 * How configurations are chosen.
 *
 * @param method the strategy
 * @param maxTrials how many are trained, at least 1; for a grid, the number of its cells
 */
public record SearchPlan(SearchMethod method, int maxTrials) {
  /** A driver keeps every result; more than these are a slip of the pen. */
  static final int MOST_TRIALS = 1_000_000;

  public SearchPlan {
    if (maxTrials < 1 || maxTrials > MOST_TRIALS) {
      throw new IllegalArgumentException(
          "max_trials must be from 1 to " + MOST_TRIALS + ", but got " + maxTrials);
    }
  }
}
