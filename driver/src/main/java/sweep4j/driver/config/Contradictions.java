package sweep4j.driver.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.search.Sampler;
import sweep4j.driver.search.SearchMethod;
import sweep4j.driver.search.SearchTask;
import sweep4j.trial.Conflict;
import sweep4j.trial.Hyperparameters;

/**
 * Values that are legal one by one may not hold together, and a trial that draws them fails. Looks
 * for such trials before any is run: among a grid's own, or in a sample of the space.
 */
final class Contradictions {

  /** Of the shares of a space that people mean to search, a sample of this size misses none. */
  private static final int LOOKED_AT = 1000;

  private static final long SEED = 1;

  private Contradictions() {}

  /** The first contradiction that comes up; null if none does. */
  static @Nullable Conflict in(SweepDefinition sweep) {
    boolean grid = sweep.search().method() instanceof SearchMethod.Grid;
    int trials = grid ? sweep.search().maxTrials() : LOOKED_AT;
    SearchMethod method = grid ? sweep.search().method() : new SearchMethod.Random();
    Sampler sampler =
        method.sampler(SearchTask.of(sweep.searchedSpace(), Math.min(trials, LOOKED_AT), SEED));
    for (int trial = 0; trial < sampler.trials(); trial++) {
      Hyperparameters drawn = sweep.searchedSpace().at(sampler.suggest(trial, List.of()));
      Conflict conflict = sweep.workload().fixed().with(drawn).conflict();
      if (conflict != null) {
        return conflict;
      }
    }
    return null;
  }
}
