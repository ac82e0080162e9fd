package sweep4j.driver.search;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * The mean and the variance of a Gaussian process that explain costs best, given the correlations C
 * of their trials, noise included. To the variance counts one as of {@value #PRIOR} trials, because
 * few trials can look too much alike.
 *
 * @param mean of the process
 * @param variance of the process; above 0
 * @param weights C^-1 (costs - mean)
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ProcessLevel(double mean, double variance, double[] weights) {
  private static final double PRIOR = 2.0;

  /**
   * The level of {@code costs}, whose variance is 1.
   *
   * @param solve C^-1 times a vector
   */
  static ProcessLevel of(double[] costs, UnaryOperator<double[]> solve) {
    double[] ones = new double[costs.length];
    Arrays.fill(ones, 1.0);
    double[] ofCosts = solve.apply(costs);
    double[] ofOnes = solve.apply(ones);
    double mean = Arrays.stream(ofCosts).sum() / Arrays.stream(ofOnes).sum();
    double[] weights = new double[costs.length];
    double squares = PRIOR;
    for (int i = 0; i < costs.length; i++) {
      weights[i] = ofCosts[i] - mean * ofOnes[i];
      squares += weights[i] * (costs[i] - mean);
    }
    return new ProcessLevel(mean, squares / (costs.length + PRIOR), weights);
  }

  /** What the variance adds to the logarithm of the likelihood. */
  double log() {
    return -0.5 * (weights.length + PRIOR) * Math.log(variance);
  }
}
