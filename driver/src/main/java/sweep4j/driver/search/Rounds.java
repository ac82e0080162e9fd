package sweep4j.driver.search;

/**
 * Trials divided over rounds, as equally as can be; the first rounds take one more where it does
 * not come out even. There are never more rounds than trials, so none is empty.
 *
 * <p>A round begins when all of the rounds before have ended but a lag of the last: a sixth of its
 * first {@value #SMALL} trials and two thirds of its others, rounded so that more must end. Slots
 * that fall free meanwhile need not wait for the slowest trials. In a small round each result
 * counts, so few are left out; a large round has shown where the best are long before its end.
 *
 * @param trials at least 1
 * @param rounds at least 1, at most {@code trials}
 */
record Rounds(int trials, int rounds) {
  private static final int SMALL = 60;

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
    return round == 1 ? 0 : first(round) - lag(size(round - 1));
  }

  private static int lag(int size) {
    return Math.min(size, SMALL) / 6 + Math.max(0, size - SMALL) * 2 / 3;
  }
}
