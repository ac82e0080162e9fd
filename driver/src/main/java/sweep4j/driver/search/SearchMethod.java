package sweep4j.driver.search;

import sweep4j.driver.space.SearchSpace;

/** A search strategy, with its own settings. */
public sealed interface SearchMethod {

  /** The space that trials come from: what is declared, unless the strategy goes beyond. */
  default SearchSpace searched(SearchSpace declared) {
    return declared;
  }

  /**
   * The sampler of this strategy.
   *
   * @param task its space is the {@link #searched} one
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
   * @param keep share of the ended trials that count as the best, above 0 and at most 1
   * @param shrink width of a round's region as a share of the round's before, above 0 and below 1
   * @param expand whether a region may leave a declared range, within what the catalogue allows
   */
  record CoarseToFine(int rounds, double keep, double shrink, boolean expand)
      implements SearchMethod {
    /** Few enough to follow the best, enough that one lucky trial does not lead alone. */
    public static final double USUAL_KEEP = 0.05;

    public CoarseToFine {
      if (rounds < 1) {
        throw new IllegalArgumentException(
            "`rounds >= 1` must hold, but got (rounds=" + rounds + ")");
      }
      if (!(keep > 0.0 && keep <= 1.0)) {
        throw new IllegalArgumentException(
            "`0 < keep <= 1` must hold, but got (keep=" + keep + ")");
      }
      if (!(shrink > 0.0 && shrink < 1.0)) {
        throw new IllegalArgumentException(
            "`0 < shrink < 1` must hold, but got (shrink=" + shrink + ")");
      }
    }

    /** So many rounds, and the usual settings else. */
    public CoarseToFine(int rounds) {
      this(rounds, USUAL_KEEP, usualShrink(rounds), false);
    }

    /** Rounds of a sweep of {@code trials} that names none: one for every ten, from 3 to 8. */
    public static int usualRounds(int trials) {
      return Math.max(3, Math.min(8, trials / 10));
    }

    /**
     * The shrink of a search that names none, two decimals of it: such that the last region is an
     * eighth as wide as the first, but never below 0.42, or a round loses the optimum, and never
     * above 0.66, or more rounds would not look closer.
     */
    public static double usualShrink(int rounds) {
      double toAnEighth = Math.pow(1.0 / 8.0, 1.0 / Math.max(1, rounds - 1));
      return Math.rint(100.0 * Math.max(0.42, Math.min(0.66, toAnEighth))) / 100.0;
    }

    @Override
    public SearchSpace searched(SearchSpace declared) {
      return expand ? declared.extended() : declared;
    }

    @Override
    public Sampler sampler(SearchTask task) {
      return new CoarseToFineSampler(task, this);
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
