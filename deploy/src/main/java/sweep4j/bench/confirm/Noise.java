package sweep4j.bench.confirm;

/**
 * What a score is made of besides the truth, each as the standard deviation that it has in a
 * trial's validation score; the true qualities of trials have one of 1. The score of a
 * configuration c that learned from rows A and is measured on rows B is
 *
 * <pre>{@code quality(c) + mean of (shared(i) + own(c, i)) over i in B
 *            + mean of learned(c, i) over i in A + seed}</pre>
 *
 * with every term drawn from a normal distribution. The truth is {@code quality(c)} with the mean
 * of {@code learned} over all training rows: what its networks lose on new rows.
 *
 * @param seed initial weights, order and dropout: drawn anew for each training. Of different
 *     configurations they are independent, though real repeats use the same streams
 * @param shared how hard a row is for all: the same for all trials of a split, so that their scores
 *     are correlated
 * @param own how hard a row is for one configuration: luck that the next split takes back
 * @param learned what a row teaches one configuration
 */
public record Noise(double seed, double shared, double own, double learned) {

  /** Of luck that tells configurations apart, in all. */
  public double misleading() {
    return Math.hypot(seed, own);
  }
}
