package sweep4j.driver.search;

import sweep4j.driver.space.SearchSpace;

/** A sampler with nothing left to try. */
final class NoTrials extends SingleRound {

  NoTrials(SearchSpace space) {
    super(space);
  }

  @Override
  public int trials() {
    return 0;
  }

  @Override
  double[] point(int trial) {
    throw new IllegalStateException("there is no trial " + trial);
  }
}
