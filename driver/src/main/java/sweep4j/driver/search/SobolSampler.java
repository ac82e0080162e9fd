package sweep4j.driver.search;

import java.util.ArrayList;
import java.util.List;
import sweep4j.trial.Seeds;
import sweep4j.trial.Seeds.Stream;

/**
 * Points that fill the unit cube more evenly than chance would; see {@link ScrambledSobol}. In a
 * finite space no combination comes twice: a trial whose point falls into one that was there draws
 * at random instead.
 *
 * <p>The point of a trial does not depend on how many trials there are, so a sweep with more of
 * them begins with those of the shorter sweep.
 */
final class SobolSampler extends SingleRound {
  private final List<double[]> points = new ArrayList<>();

  SobolSampler(SearchTask task) {
    super(task.space());
    int dimensions = task.space().dimensions();
    var sobol = new ScrambledSobol(dimensions, task.seed());
    var visited = new Visited(task);
    int trials = visited.trials();
    for (int trial = 0; trial < trials; trial++) {
      int index = trial;
      var random = Seeds.random(task.seed(), Stream.SUGGESTION, trial);
      points.add(
          visited.next(
              attempt -> attempt == 0 ? sobol.point(index) : random.doubles(dimensions).toArray()));
    }
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
