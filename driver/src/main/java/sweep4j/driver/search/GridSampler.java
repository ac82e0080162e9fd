package sweep4j.driver.search;

import java.util.List;
import sweep4j.driver.space.SearchSpace;

/**
 * Every combination of the parameters' levels, once, the last parameter varying fastest. Only the
 * number of a trial is needed to find its combination, so no list is held.
 */
final class GridSampler implements Sampler {
  private final SearchSpace space;
  private final Cells cells;

  /**
   * Makes the sampler of a grid.
   *
   * @param maxTrials at least the number of cells
   */
  GridSampler(SearchSpace space, int maxTrials) {
    this.space = space;
    this.cells = Cells.of(space);
    if (cells.count() > maxTrials) {
      throw new IllegalArgumentException(
          "the grid has "
              + cells.count()
              + " cells, but max_trials is "
              + maxTrials
              + ": raise max_trials or give the parameters fewer values");
    }
  }

  @Override
  public int trials() {
    return (int) cells.count();
  }

  @Override
  public int needs(int trial) {
    return 0;
  }

  @Override
  public int round(int trial) {
    return 1;
  }

  @Override
  public double[] suggest(int trial, List<Observation> results) {
    Prefix.require(results, 0);
    return cells.point(Prefix.requireTrial(trial, trials()));
  }

  @Override
  public Region region(int round, List<Observation> results) {
    return Region.whole(space);
  }
}
