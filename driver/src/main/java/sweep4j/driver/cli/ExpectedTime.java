package sweep4j.driver.cli;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.search.Pruner;
import sweep4j.driver.search.Sampler;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Leg;
import sweep4j.trial.ModelType;
import sweep4j.worker.data.PreparedData;

/**
 * How long an epoch of a trial will take, to start the longest first. A wrong guess costs time and
 * changes no result.
 *
 * <p>A step takes as long for itself as {@link #STEP} rows times weights, which are what its matrix
 * products take time for. The weights are those of the dense layers, the only ones whose number the
 * hyperparameters say; of networks without, the batch size alone decides.
 */
final class ExpectedTime implements ToDoubleFunction<Leg> {
  /** Measured: 0.1 ms for a step of a small network, 50 ns for a row and 1,000 weights. */
  private static final double STEP = 2e6;

  private final Hyperparameters fixed;
  private final boolean dense;
  private final int inputs;
  private final int outputs;
  private final double rows;

  private ExpectedTime(SweepDefinition sweep, PreparedData data) {
    this.fixed = sweep.workload().fixed();
    this.dense = sweep.workload().model() instanceof ModelType.Mlp;
    this.inputs = data.inputWidth();
    this.outputs = data.outputWidth();
    this.rows = data.training().size();
  }

  static ExpectedTime of(SweepDefinition sweep, PreparedData data) {
    return new ExpectedTime(sweep, data);
  }

  /**
   * Whether the trials of a sweep may start in any order: none waits for the results of others, and
   * the user has not said which come first.
   */
  static boolean mayReorder(SweepDefinition sweep, Sampler sampler) {
    Pruner pruner = sweep.pruner();
    return sampler.needs(sampler.trials() - 1) == 0
        && sweep.search().tryFirst().isEmpty()
        && IntStream.range(0, sampler.trials()).allMatch(trial -> pruner.rungs(trial).isEmpty());
  }

  @Override
  public double applyAsDouble(Leg leg) {
    Hyperparameters all = fixed.with(leg.request().hyperparameters());
    double steps = Math.ceil(rows / all.whole(Hyperparameter.BATCH_SIZE));
    return steps * STEP + rows * weights(all);
  }

  private double weights(Hyperparameters all) {
    if (!dense || all.conflict() != null) {
      // A trial that will fail takes no time.
      return 0;
    }
    double weights = 0;
    int width = inputs;
    for (int next : all.hiddenWidths()) {
      weights += (double) width * next;
      width = next;
    }
    return weights + (double) width * outputs;
  }
}
