package sweep4j.driver.config;

import sweep4j.driver.search.SearchMethod;

/**
 * How configurations are chosen.
 *
 * @param method the strategy
 * @param maxTrials how many are trained, at least 1; for a grid, the number of its cells
 */
public record SearchPlan(SearchMethod method, int maxTrials) {
  public SearchPlan {
    if (maxTrials < 1) {
      throw new IllegalArgumentException("max_trials must be at least 1, but got " + maxTrials);
    }
  }
}
