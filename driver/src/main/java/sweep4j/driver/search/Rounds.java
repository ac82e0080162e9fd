package sweep4j.driver.search;

/**
 * Trials divided over rounds, as equally as can be; the first rounds take one more where it does
 * not come out even. There are never more rounds than trials, so none is empty.
 *
 * <p>A round begins when all but a sixth of the round before have ended (rounded so that more must
 * end): slots that fall free meanwhile need not wait for the slowest trials, and the price in
 * quality is small.
 *
 * @param trials at least 1
 * @param rounds at least 1, at most {@code trials}
 */
record Rounds(int trials, int rounds) {
  private static final int LAG_DIVISOR = 6;

  /** As many rounds as {@code wanted}, or one for each trial if there are fewer trials. */
  static Rounds of(int trials, int wanted) {
    return new Rounds(trials, Math.min(trials, wanted));
  }

  /** The number of trials in {@code round}, which counts from 1. */
  int size(int round) {
    return trials / rounds + (round <= trials % rounds ? 1 : 0);
  }

  /** The first trial of {@code round}. */
  int first(int round) {
    return (round - 1) * (trials / rounds) + Math.min(round - 1, trials % rounds);
  }

  /** The round of {@code trial}. */
  int of(int trial) {
    int longer = trials / rounds + 1;
    int inLonger = (trials % rounds) * longer;
    return trial < inLonger
        ? trial / longer + 1
        : trials % rounds + (trial - inLonger) / (trials / rounds) + 1;
  }

  /** How many of the first trials must have ended before {@code round} can begin. */
  int needs(int round) {
    return round == 1 ? 0 : first(round) - size(round - 1) / LAG_DIVISOR;
  }
}
