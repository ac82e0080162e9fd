package sweep4j.driver.search;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Seeds;
import sweep4j.trial.Seeds.Stream;

/**
 * Independent uniform draws from the unit cube. In a finite space no combination comes twice: a
 * draw of one that was there is drawn again, so there are at most as many trials as combinations.
 *
 * <p>The draw of a trial does not depend on how many trials there are, so a sweep with more of them
 * begins with those of the shorter sweep.
 */
final class RandomSampler implements Sampler {
  private final SearchSpace space;
  private final List<double[]> points;

  RandomSampler(SearchSpace space, int maxTrials, long sweepSeed) {
    this.space = space;
    int dimensions = space.dimensions();
    var visited = new Visited(space);
    this.points =
        IntStream.range(0, Visited.trials(space, maxTrials))
            .mapToObj(trial -> Seeds.random(sweepSeed, Stream.SUGGESTION, trial))
            .map(random -> visited.next(attempt -> uniform(random, dimensions)))
            .toList();
  }

  private static double[] uniform(SplittableRandom random, int dimensions) {
    return random.doubles(dimensions).toArray();
  }

  @Override
  public int trials() {
    return points.size();
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
    return points.get(Prefix.requireTrial(trial, trials())).clone();
  }

  @Override
  public Region region(int round, List<Observation> results) {
    return Region.whole(space);
  }
}
