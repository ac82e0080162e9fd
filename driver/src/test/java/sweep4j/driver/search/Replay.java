package sweep4j.driver.search;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A sweep without training: each trial's cost is a function of its point. */
record Replay(List<double[]> points, List<Observation> results) {

  /** Runs all trials, giving the sampler exactly the results that it may see. */
  static Replay of(Sampler sampler, ToDoubleFunction<double[]> cost) {
    List<double[]> points = new ArrayList<>();
    List<Observation> results = new ArrayList<>();
    for (int trial = 0; trial < sampler.trials(); trial++) {
      double[] point = sampler.suggest(trial, results.subList(0, sampler.needs(trial)));
      points.add(point);
      results.add(new Observation(trial, point, cost.applyAsDouble(point)));
    }
    return new Replay(points, results);
  }

  /** The point of lowest cost, the first among equals. */
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
