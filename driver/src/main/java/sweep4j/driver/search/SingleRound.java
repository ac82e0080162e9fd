package sweep4j.driver.search;

import java.util.List;
import sweep4j.driver.space.SearchSpace;

/** A sampler whose trials depend on no others: one round, over the whole space. */
abstract class SingleRound implements Sampler {

  private final SearchSpace space;

  SingleRound(SearchSpace space) {
    this.space = space;
  }

  /** The point of {@code trial}, which is one of the sampler's. */
  abstract double[] point(int trial);

  @Override
  public final int needs(int trial) {
    return 0;
  }

  @Override
  public final int round(int trial) {
    return 1;
  }

  @Override
  public final double[] suggest(int trial, List<Observation> results) {
    Prefix.require(results, 0);
    return point(Prefix.requireTrial(trial, trials()));
  }

  @Override
  public final Region region(int round, List<Observation> results) {
    return Region.whole(space);
  }
}
