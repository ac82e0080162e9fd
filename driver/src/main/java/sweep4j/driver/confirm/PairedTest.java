package sweep4j.driver.confirm;

import java.util.OptionalInt;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Student's test of pairs: by how much one configuration costs more than another, fold by fold.
 *
 * @param mean of the differences; above 0 if the first costs more
 * @param sd their standard deviation
 * @param pairs how many there are, at least 2
 */
record PairedTest(double mean, double sd, int pairs) {

  /** More than anybody would wait for. */
  static final int MOST_NEEDED = 100_000;

  /** Of {@code costs} against {@code others}, of the same folds. */
  static PairedTest of(double[] costs, double[] others) {
    if (costs.length != others.length || costs.length < 2) {
      throw new IllegalArgumentException(
          "pairs take two lists of equal length, at least 2, but got %d and %d"
              .formatted(costs.length, others.length));
    }
    var differences = new double[costs.length];
    for (int i = 0; i < costs.length; i++) {
      differences[i] = costs[i] - others[i];
    }
    return new PairedTest(
        StatUtils.mean(differences), Math.sqrt(StatUtils.variance(differences)), costs.length);
  }

  /** The same test of the second against the first. */
  PairedTest turned() {
    return new PairedTest(-mean, sd, pairs);
  }

  /**
   * How likely chance alone makes the first cost so much more, or more than that, though it is no
   * worse.
   */
  double p() {
    if (sd == 0) {
      return mean > 0 ? 0.0 : mean < 0 ? 1.0 : 0.5;
    }
    double t = mean / (sd / Math.sqrt(pairs));
    // Of a small tail, the other one less 1 would be a zero.
    return new TDistribution(pairs - 1).cumulativeProbability(-t);
  }

  /**
   * How many pairs it would take to tell a difference of this size at {@code level}, if the spread
   * stays.
   *
   * @return at least 2; empty if there is no difference, or it would be more than {@link
   *     #MOST_NEEDED}
   */
  OptionalInt needed(double level) {
    if (!tells(MOST_NEEDED, level)) {
      return OptionalInt.empty();
    }
    int enough = MOST_NEEDED;
    int tooFew = 1;
    while (enough - tooFew > 1) {
      int between = (enough + tooFew) >>> 1;
      if (tells(between, level)) {
        enough = between;
      } else {
        tooFew = between;
      }
    }
    return OptionalInt.of(enough);
  }

  private boolean tells(int some, double level) {
    return mean != 0
        && Interval.quantile(some - 1, 1 - level) * sd / Math.sqrt(some) <= Math.abs(mean);
  }
}
