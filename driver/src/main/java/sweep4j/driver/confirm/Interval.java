package sweep4j.driver.confirm;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Where a mean lies, by some independent values of it.
 *
 * @param mean of the values
 * @param sd their standard deviation, with n - 1 below the line
 * @param low end of the interval that holds the true mean with a chance of {@link #CONFIDENCE}
 * @param high end of it
 */
public record Interval(double mean, double sd, double low, double high) {

  static final double CONFIDENCE = 0.95;

  /**
   * Student's interval: {@code mean +- t * sd / sqrt(n)}, t at n - 1 degrees of freedom.
   *
   * @param values at least 2
   */
  static Interval of(double[] values) {
    if (values.length < 2) {
      throw new IllegalArgumentException(
          "a spread takes at least 2 values, but got " + values.length);
    }
    double mean = StatUtils.mean(values);
    double sd = Math.sqrt(StatUtils.variance(values));
    double t = quantile(values.length - 1, (1 + CONFIDENCE) / 2);
    double reach = t * sd / Math.sqrt(values.length);
    return new Interval(mean, sd, mean - reach, mean + reach);
  }

  static double quantile(int degreesOfFreedom, double probability) {
    return new TDistribution(degreesOfFreedom).inverseCumulativeProbability(probability);
  }
}
