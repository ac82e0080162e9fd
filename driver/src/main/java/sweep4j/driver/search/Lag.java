package sweep4j.driver.search;

import java.util.function.IntUnaryOperator;

/**
 * How many of the latest trials a model does without, so that as many and one more can run at the
 * same time: a share of the sweep, at least {@value #LEAST} and at most {@value #MOST}.
 *
 * <p>It follows from the number of trials alone. If it followed from the number of slots, a sweep
 * would end differently on another cluster.
 */
enum Lag implements IntUnaryOperator {
  /** For a model that learns little from where the latest trials are, without their costs. */
  A_TWENTY_FIFTH(25),

  /** For a model that learns much from it. */
  A_TENTH(10);

  private static final int LEAST = 4;

  /** The first suggestion after a resume costs as much as this many; see {@link ModelSampler}. */
  private static final int MOST = 100;

  private final int divisor;

  Lag(int divisor) {
    this.divisor = divisor;
  }

  @Override
  public int applyAsInt(int trials) {
    return Math.min(MOST, Math.max(LEAST, trials / divisor));
  }
}
