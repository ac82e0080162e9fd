package sweep4j.driver.search;

/**
 * Every combination of the parameters' levels, once, the last parameter varying fastest. Only the
 * number of a trial is needed to find its combination, so no list is held.
 */
final class GridSampler extends SingleRound {
  private final Cells cells;

  private final long[] taken;

  /**
   * Makes the sampler of a grid.
   *
   * @param task whose {@code maxTrials} is at least the number of cells that are not taken
   */
  GridSampler(SearchTask task) {
    super(task.space());
    this.cells = Cells.of(task.space());
    this.taken = task.taken().stream().mapToLong(cells::index).sorted().distinct().toArray();
    long left = cells.count() - taken.length;
    if (left > task.maxTrials()) {
      throw new IllegalArgumentException(
          "the grid has "
              + left
              + " cells, but max_trials is "
              + task.maxTrials()
              + ": raise max_trials or give the parameters fewer values");
    }
  }

  @Override
  public int trials() {
    return (int) (cells.count() - taken.length);
  }

  @Override
  double[] point(int trial) {
    long index = trial;
    for (long cell : taken) {
      // The taken cells come in order, so each that is passed moves all behind it by one.
      if (cell <= index) {
        index++;
      }
    }
    return cells.point(index);
  }
}
