package sweep4j.laboratory.simulation;

import java.util.List;
import java.util.function.IntFunction;
import sweep4j.driver.search.Horizon;
import sweep4j.driver.search.Pruner;
import sweep4j.driver.search.PruningMethod;
import sweep4j.driver.search.Sampler;
import sweep4j.driver.search.SearchMethod;
import sweep4j.driver.search.SearchTask;
import sweep4j.driver.space.SearchSpace;
import sweep4j.laboratory.problem.Problem;

/**
 * What is tried on problems: a way to choose trials, and a way to stop some of them.
 *
 * @param name on the command line and in results
 * @param method that chooses
 * @param pruning that stops, for a sweep's number of epochs
 */
public record Strategy(String name, SearchMethod method, IntFunction<PruningMethod> pruning) {

  /** Whether it can be tried on {@code problem}. */
  public boolean fits(Problem problem) {
    boolean hasRungs = problem.maxEpochs() >= pruning.apply(problem.maxEpochs()).leastMaxEpochs();
    return hasRungs && (!(method instanceof SearchMethod.Grid) || isFinite(problem.space()));
  }

  private static boolean isFinite(SearchSpace space) {
    return space.varying().stream().allMatch(each -> each.domain().levels() > 0);
  }

  /**
   * The sampler for {@code problem}.
   *
   * @param maxTrials how many trials at most; a grid has all of its own
   */
  Sampler sampler(Problem problem, int maxTrials, long seed) {
    int most =
        method instanceof SearchMethod.Grid
            ? Math.toIntExact(SearchMethod.Grid.cells(problem.space()))
            : maxTrials;
    Horizon horizon = pruner(problem, most).horizon();
    return method.sampler(new SearchTask(problem.space(), most, seed, List.of(), horizon));
  }

  Pruner pruner(Problem problem, int trials) {
    return pruning.apply(problem.maxEpochs()).pruner(trials, problem.maxEpochs());
  }

  @Override
  public String toString() {
    return name;
  }
}
