package sweep4j.laboratory.report;

import org.apache.commons.math3.stat.inference.MannWhitneyUTest;

/**
 * Whether one of two samples of regrets is lower beyond the noise, by the two-sided test of Mann
 * and Whitney ("On a Test of Whether one of Two Random Variables is Stochastically Larger than the
 * Other", Annals of Mathematical Statistics 18(1), 1947), which asks nothing of the distributions.
 *
 * @param p the chance of a difference at least as large if there were none
 * @param lower whether a value of the first sample is more often lower than one of the second than
 *     higher, which is what the test tests; medians can be equal all the same
 */
public record Comparison(double p, boolean lower) {

  /** What is called beyond the noise: a chance below one in twenty. */
  static final double SIGNIFICANT = 0.05;

  /** Compares {@code ours} with {@code theirs}, each of at least 20 values. */
  public static Comparison of(double[] ours, double[] theirs) {
    return new Comparison(
        new MannWhitneyUTest().mannWhitneyUTest(ours, theirs), isMostlyLower(ours, theirs));
  }

  private static boolean isMostlyLower(double[] ours, double[] theirs) {
    long balance = 0;
    for (double our : ours) {
      for (double their : theirs) {
        balance += Integer.signum(Double.compare(their, our));
      }
    }
    return balance > 0;
  }

  public boolean better() {
    return lower && p < SIGNIFICANT;
  }

  public boolean worse() {
    return !lower && p < SIGNIFICANT;
  }

  @Override
  public String toString() {
    return better() ? "better" : worse() ? "WORSE" : "level";
  }
}
