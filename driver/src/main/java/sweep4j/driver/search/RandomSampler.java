package sweep4j.driver.search;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import sweep4j.trial.Seeds;
import sweep4j.trial.Seeds.Stream;

/**
 * Independent uniform draws from the unit cube. In a finite space no combination comes twice: a
 * draw of one that was there is drawn again, so there are at most as many trials as combinations.
 *
 * <p>The draw of a trial does not depend on how many trials there are, so a sweep with more of them
 * begins with those of the shorter sweep.
 */
final class RandomSampler extends SingleRound {
  private final List<double[]> points;

  RandomSampler(SearchTask task) {
    super(task.space());
    int dimensions = task.space().dimensions();
    var visited = new Visited(task);
    this.points =
        IntStream.range(0, visited.trials())
            .mapToObj(trial -> Seeds.random(task.seed(), Stream.SUGGESTION, trial))
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
  double[] point(int trial) {
    return points.get(trial).clone();
  }
}
