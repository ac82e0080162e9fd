package sweep4j.driver.search;

import static java.util.Comparator.comparingDouble;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import sweep4j.driver.space.SearchSpace;

/**
 * A sweep without training: each trial's cost is a function of its point.
 *
 * @param points as suggested
 * @param results as a study shows them
 */
record Replay(List<double[]> points, List<Observation> results) {

  /**
   * Runs all trials, giving the sampler exactly the results that it may see.
   *
   * @param cost of a point as suggested
   */
  static Replay of(Sampler sampler, SearchSpace space, ToDoubleFunction<double[]> cost) {
    List<double[]> points = new ArrayList<>();
    List<Observation> results = new ArrayList<>();
    for (int trial = 0; trial < sampler.trials(); trial++) {
      double[] point = sampler.suggest(trial, results.subList(0, sampler.needs(trial)));
      assertThat(Arrays.stream(point)).allMatch(unit -> 0.0 <= unit && unit <= 1.0);
      points.add(point);
      results.add(new Observation(trial, shown(space, point), cost.applyAsDouble(point)));
    }
    return new Replay(points, results);
  }

  /** What a study, which keeps values and not points, makes of a point. */
  static double[] shown(SearchSpace space, double[] point) {
    return space.pointOf(space.at(point));
  }

  double lowestCost() {
    return results.stream().mapToDouble(Observation::cost).min().orElseThrow();
  }

  /** The point of lowest cost as a study shows it, the first among equals. */
  double[] best() {
    return results.stream().min(comparingDouble(Observation::cost)).orElseThrow().point();
  }

  Region region(Sampler sampler, int round) {
    int first = 0;
    while (sampler.round(first) < round) {
      first++;
    }
    return sampler.region(round, results.subList(0, sampler.needs(first)));
  }
}
