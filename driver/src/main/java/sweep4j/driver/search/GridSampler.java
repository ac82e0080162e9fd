package sweep4j.driver.search;

import sweep4j.driver.space.SearchSpace;

/**
 * Every combination of the parameters' levels, once, the last parameter varying fastest. Only the
 * number of a trial is needed to find its combination, so no list is held.
 */
final class GridSampler extends SingleRound {
  private final Cells cells;

  /**
   * Makes the sampler of a grid.
   *
   * @param maxTrials at least the number of cells
   */
  GridSampler(SearchSpace space, int maxTrials) {
    super(space);
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
  double[] point(int trial) {
    return cells.point(trial);
  }
}
