package sweep4j.laboratory.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import sweep4j.laboratory.problem.Problem;
import sweep4j.laboratory.simulation.Durations;
import sweep4j.laboratory.simulation.Simulation;
import sweep4j.laboratory.simulation.Strategy;
import sweep4j.laboratory.simulation.Trace;

/**
 * One strategy on one problem, under many seeds.
 *
 * @param traces of the sweep seeds 1, 2, ..., in that order; at least one
 */
public record Sample(Problem problem, Strategy strategy, List<Trace> traces) {

  public Sample {
    traces = List.copyOf(traces);
  }

  /** Sweeps of seeds 1 to {@code seeds}. */
  public static Sample run(
      Problem problem, Strategy strategy, int seeds, int trials, int slots, Durations durations) {
    // In parallel: sweeps of different seeds have nothing in common, and the list keeps the order.
    return new Sample(
        problem,
        strategy,
        IntStream.rangeClosed(1, seeds)
            .parallel()
            .mapToObj(seed -> new Simulation(problem, strategy, trials, seed, slots, durations))
            .map(Simulation::run)
            .toList());
  }

  /** Regret of the best of the first {@code trials} trials, by seed. */
  public double[] regretAfterTrials(int trials) {
    return byTrace(trace -> trace.bestAfterTrials(trials) - problem.optimum());
  }

  /** Regret of the best that was known after {@code epochs} epochs in all, by seed. */
  public double[] regretAfterEpochs(long epochs) {
    return byTrace(trace -> trace.bestAfterEpochs(epochs) - problem.optimum());
  }

  /** Regret of the best that was known after {@code seconds} of the virtual clock, by seed. */
  public double[] regretAfterSeconds(double seconds) {
    return byTrace(trace -> trace.bestAfterSeconds(seconds) - problem.optimum());
  }

  /** {@code value} of each trace, by seed. */
  public double[] byTrace(ToDoubleFunction<Trace> value) {
    return traces.stream().mapToDouble(value).toArray();
  }
}
