package sweep4j.driver.search;

import org.apache.commons.math3.special.Erf;

/**
 * The improvement expected of a standard normal cost, as a logarithm: far from where improvement is
 * likely it is no double any more, and a search for its maximum would see a plain of zeros (Ament
 * and others: "Unexpected Improvements to Expected Improvement for Bayesian Optimization", NeurIPS
 * 2023).
 */
final class ExpectedImprovement {

  /** Below this the series is exact to five digits, and the difference loses as many. */
  private static final double SERIES = -10.0;

  private ExpectedImprovement() {}

  /** {@code log(phi(z) + z * Phi(z))}, with the standard normal density and distribution. */
  static double log(double z) {
    double logDensity = -0.5 * z * z - 0.5 * Math.log(2.0 * Math.PI);
    if (z > SERIES) {
      return Math.log(Math.exp(logDensity) + z * 0.5 * Erf.erfc(-z / Math.sqrt(2.0)));
    }
    // Phi's asymptotic series, by parts once more: phi(z) / z^2 * (1 - 3/z^2 + 15/z^4 - ...).
    double inverse = 1.0 / (z * z);
    return logDensity
        + Math.log(inverse)
        + Math.log1p(inverse * (-3.0 + inverse * (15.0 - 105.0 * inverse)));
  }
}
