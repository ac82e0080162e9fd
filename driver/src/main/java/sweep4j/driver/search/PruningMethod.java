package sweep4j.driver.search;

import java.util.List;

/** A strategy for stopping trials because of other trials, with its own settings. */
public sealed interface PruningMethod {

  /**
   * The pruner of this strategy. What it says of a trial's rungs, bracket and horizon does not
   * depend on {@code trials}, so a sampler can be made for the horizon before it is known how many
   * trials it has.
   *
   * @param trials how many trials there are, at least 1; the last bracket ends with them
   * @param maxEpochs epochs of a trial that is not pruned, at least {@link #leastMaxEpochs}
   * @throws IllegalArgumentException if {@code trials} or {@code maxEpochs} is lower
   */
  Pruner pruner(int trials, int maxEpochs);

  /** The fewest epochs of a whole trial with which there is something to stop. */
  long leastMaxEpochs();

  /** All trials train to their own end. */
  record None() implements PruningMethod {
    @Override
    public Pruner pruner(int trials, int maxEpochs) {
      PruningChecks.require(this, trials, maxEpochs);
      return new NoPruner(trials);
    }

    @Override
    public long leastMaxEpochs() {
      return 1;
    }
  }

  /**
   * Successive halving (Jamieson and Talwalkar: "Non-stochastic Best Arm Identification and
   * Hyperparameter Optimization", AISTATS 2016): all trials of a bracket train for a few epochs,
   * the best share of them for {@code reductionFactor} times as many, and so on. Rungs are after
   * {@code minEpochs * reductionFactor^k} epochs, k = 0, 1, ..., as long as that is below the most
   * epochs of a trial.
   *
   * @param minEpochs epochs to the first rung, at least 1
   * @param reductionFactor eta: one of so many trials goes on from a rung; at least 2
   * @param bracketTrials how many trials are compared with each other, at least 2; the last bracket
   *     may have fewer
   */
  record SuccessiveHalving(int minEpochs, int reductionFactor, int bracketTrials)
      implements PruningMethod {
    public SuccessiveHalving {
      PruningChecks.atLeast("min_epochs", 1, minEpochs);
      PruningChecks.atLeast("reduction_factor", 2, reductionFactor);
      PruningChecks.atLeast("bracket_trials", 2, bracketTrials);
    }

    /**
     * How many trials a bracket must have for one of them to go on from the last rung: {@code
     * reductionFactor} to the power of the number of rungs.
     */
    public static int defaultBracketTrials(int minEpochs, int reductionFactor, int maxEpochs) {
      int rungs = HalvingRungs.upwards(minEpochs, reductionFactor, maxEpochs).size();
      return (int) Math.min(HalvingRungs.power(reductionFactor, rungs), Integer.MAX_VALUE);
    }

    @Override
    public Pruner pruner(int trials, int maxEpochs) {
      PruningChecks.require(this, trials, maxEpochs);
      List<Integer> rungs = HalvingRungs.upwards(minEpochs, reductionFactor, maxEpochs);
      var shape = new BracketShape(bracketTrials, rungs);
      return new HalvingPruner(new Brackets(List.of(shape), trials), reductionFactor);
    }

    @Override
    public long leastMaxEpochs() {
      return minEpochs + 1L;
    }
  }

  /**
   * Hyperband (Li, Jamieson, DeSalvo, Rostamizadeh and Talwalkar: "Hyperband: A Novel Bandit-Based
   * Approach to Hyperparameter Optimization", JMLR 18, 2018): successive halving in brackets of
   * different shape, from many trials that are compared early to a few that train to their end, as
   * nobody knows beforehand how early a comparison can be trusted. After the last shape comes the
   * first again.
   *
   * @param minEpochs the fewest epochs to a first rung, at least 1
   * @param reductionFactor eta: one of so many trials goes on from a rung; at least 2
   */
  record Hyperband(int minEpochs, int reductionFactor) implements PruningMethod {
    public Hyperband {
      PruningChecks.atLeast("min_epochs", 1, minEpochs);
      PruningChecks.atLeast("reduction_factor", 2, reductionFactor);
    }

    /** How many trials all of its brackets have together. */
    public int trialsOfACycle(int maxEpochs) {
      return HyperbandCycle.shapes(minEpochs, reductionFactor, maxEpochs).stream()
          .mapToInt(BracketShape::size)
          .sum();
    }

    @Override
    public Pruner pruner(int trials, int maxEpochs) {
      PruningChecks.require(this, trials, maxEpochs);
      List<BracketShape> cycle = HyperbandCycle.shapes(minEpochs, reductionFactor, maxEpochs);
      return new HalvingPruner(new Brackets(cycle, trials), reductionFactor);
    }

    @Override
    public long leastMaxEpochs() {
      return (long) minEpochs * reductionFactor;
    }
  }

  /**
   * The median rule: a trial is pruned if its best cost so far is above the median of what earlier
   * trials had reached after as many epochs (Golovin and others: "Google Vizier: A Service for
   * Black-Box Optimization", KDD 2017, with the trial's best value for its last, as Optuna has it).
   * Rungs are after {@code warmupEpochs + intervalEpochs * k} epochs, k = 1, 2, ...
   *
   * @param startupTrials so many first trials are never pruned; at least 1
   * @param warmupEpochs no trial is pruned in so many first epochs; at least 0
   * @param intervalEpochs epochs from one rung to the next, at least 1
   */
  record Median(int startupTrials, int warmupEpochs, int intervalEpochs) implements PruningMethod {
    public Median {
      PruningChecks.atLeast("startup_trials", 1, startupTrials);
      PruningChecks.atLeast("warmup_epochs", 0, warmupEpochs);
      PruningChecks.atLeast("interval_epochs", 1, intervalEpochs);
    }

    @Override
    public Pruner pruner(int trials, int maxEpochs) {
      PruningChecks.require(this, trials, maxEpochs);
      return new MedianPruner(this, trials, maxEpochs);
    }

    @Override
    public long leastMaxEpochs() {
      return (long) warmupEpochs + intervalEpochs + 1;
    }
  }
}
