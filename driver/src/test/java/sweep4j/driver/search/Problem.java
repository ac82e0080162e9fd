package sweep4j.driver.search;

import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import sweep4j.driver.space.SearchSpace;

/**
 * A function to be minimized.
 *
 * @param regret from a seed, which may move the optimum, and a point of the unit cube to what the
 *     cost there is above the least
 * @param range of regret over the space, roughly: what noise and steps are measured by
 */
record Problem(
    String name, SearchSpace space, LongFunction<ToDoubleFunction<double[]>> regret, double range) {

  /** What a search is told instead of the regret. */
  @FunctionalInterface
  interface Distortion {
    Distortion NONE = (regret, seed) -> regret;

    ToDoubleFunction<double[]> of(ToDoubleFunction<double[]> regret, long seed);
  }

  /** The median over the seeds 1 to {@code seeds} of the regret of what the search held best. */
  double medianRegret(SearchMethod method, int trials, int seeds, Distortion distortion) {
    return new Median()
        .evaluate(
            LongStream.rangeClosed(1, seeds)
                .mapToDouble(seed -> regretOf(method, trials, seed, distortion))
                .toArray());
  }

  private double regretOf(SearchMethod method, int trials, long seed, Distortion distortion) {
    ToDoubleFunction<double[]> truth = regret.apply(seed);
    Sampler sampler = method.sampler(SearchTask.of(space, trials, seed));
    return truth.applyAsDouble(Replay.of(sampler, space, distortion.of(truth, seed)).best());
  }

  @Override
  public String toString() {
    return name;
  }
}
