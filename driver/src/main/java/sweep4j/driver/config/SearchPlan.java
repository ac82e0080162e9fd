package sweep4j.driver.config;

import java.util.List;
import sweep4j.driver.search.PruningMethod;
import sweep4j.driver.search.SearchMethod;
import sweep4j.trial.Hyperparameters;

/**
 * How configurations are chosen.
 *
 * @param method the strategy
 * @param maxTrials how many are trained, at least 1; for a grid, the number of its cells
 * @param pruning what stops some of them before their end
 * @param tryFirst configurations of the space to train before the method's own, counted in {@code
 *     maxTrials}; what one leaves out is drawn
 * @param warmStart absolute path or URI of the folder of an earlier run to learn from; empty for
 *     none
 */
public record SearchPlan(
    SearchMethod method,
    int maxTrials,
    PruningMethod pruning,
    List<Hyperparameters> tryFirst,
    String warmStart) {

  /** A driver keeps every result; more than these are a slip of the pen. */
  static final int MOST_TRIALS = 1_000_000;

  public SearchPlan {
    if (maxTrials < 1 || maxTrials > MOST_TRIALS) {
      throw new IllegalArgumentException(
          "max_trials must be from 1 to " + MOST_TRIALS + ", but got " + maxTrials);
    }
    if (tryFirst.size() > maxTrials) {
      throw new IllegalArgumentException(
          "try_first must have at most max_trials=%d configurations, but got %d"
              .formatted(maxTrials, tryFirst.size()));
    }
    tryFirst = List.copyOf(tryFirst);
  }

  /** A plan of the method's own configurations alone, which stops no trial because of others. */
  public SearchPlan(SearchMethod method, int maxTrials) {
    this(method, maxTrials, new PruningMethod.None(), List.of(), "");
  }

  /** The method, as sweep files name it. */
  public String methodName() {
    return Choice.name(MethodName.of(method));
  }

  /** The pruner, as sweep files name it; {@code none} for none. */
  public String prunerName() {
    return Choice.name(PrunerName.of(pruning));
  }

  /** This plan, with what comes before the method's own. */
  SearchPlan with(List<Hyperparameters> tryFirst, String warmStart) {
    return new SearchPlan(method, maxTrials, pruning, tryFirst, warmStart);
  }

  SearchPlan with(PruningMethod other) {
    return new SearchPlan(method, maxTrials, other, tryFirst, warmStart);
  }
}
