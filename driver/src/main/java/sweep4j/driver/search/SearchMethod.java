package sweep4j.driver.search;

import sweep4j.driver.space.SearchSpace;

/** A search strategy, with its own settings. */
public sealed interface SearchMethod {

  /**
   * The sampler of this strategy.
   *
   * @throws IllegalArgumentException if the strategy cannot search the space
   */
  Sampler sampler(SearchTask task);

  /** Whether results say where to look next, so that those of an earlier run are of use. */
  default boolean learns() {
    return false;
  }

  /** Every combination of the parameters' levels, once, the last parameter varying fastest. */
  record Grid() implements SearchMethod {

    /**
     * How many trials the grid has.
     *
     * @throws IllegalArgumentException if a parameter is a continuum, or there are 2^63 or more
     */
    public static long cells(SearchSpace space) {
      return Cells.of(space).count();
    }

    @Override
    public Sampler sampler(SearchTask task) {
      return new GridSampler(task);
    }
  }

  /** Independent uniform draws from the unit cube. */
  record Random() implements SearchMethod {
    @Override
    public Sampler sampler(SearchTask task) {
      return new RandomSampler(task);
    }
  }

  /**
   * First broad, then each round inside a smaller region around the best trials so far.
   *
   * @param rounds number of rounds, at least 1; a sweep of fewer trials has one for each trial
   */
  record CoarseToFine(int rounds) implements SearchMethod {
    public CoarseToFine {
      if (rounds < 1) {
        throw new IllegalArgumentException(
            "`rounds >= 1` must hold, but got (rounds=" + rounds + ")");
      }
    }

    @Override
    public Sampler sampler(SearchTask task) {
      return new CoarseToFineSampler(task, rounds);
    }

    @Override
    public boolean learns() {
      return true;
    }
  }

  /** Points that fill the unit cube more evenly than chance would. */
  record Sobol() implements SearchMethod {
    @Override
    public Sampler sampler(SearchTask task) {
      return new SobolSampler(task);
    }
  }

  /**
   * Draws near the good trials and away from the others, by a tree-structured Parzen estimator.
   *
   * @param startupTrials trials at evenly spread points before the first that learns from others,
   *     at least 1
   */
  record Tpe(int startupTrials) implements SearchMethod {
    public static final int DEFAULT_STARTUP_TRIALS = 10;

    public Tpe {
      requireStartup(startupTrials);
    }

    @Override
    public boolean learns() {
      return true;
    }

    @Override
    public Sampler sampler(SearchTask task) {
      var proposer = new ParzenProposer(new Landing(task.space()));
      return new ModelSampler(task, startupTrials, Lag.A_TWENTY_FIFTH, proposer);
    }
  }

  /**
   * Tries where a Gaussian process expects most improvement.
   *
   * @param startupTrials trials at evenly spread points before the first that learns from others,
   *     at least 1
   */
  record Gp(int startupTrials) implements SearchMethod {
    public static final int DEFAULT_STARTUP_TRIALS = 10;

    public Gp {
      requireStartup(startupTrials);
    }

    @Override
    public boolean learns() {
      return true;
    }

    @Override
    public Sampler sampler(SearchTask task) {
      var proposer = new ProcessProposer(new Landing(task.space()));
      return new ModelSampler(task, startupTrials, Lag.A_TENTH, proposer);
    }
  }

  private static void requireStartup(int trials) {
    if (trials < 1) {
      throw new IllegalArgumentException(
          "`startup_trials >= 1` must hold, but got (startup_trials=" + trials + ")");
    }
  }
}
