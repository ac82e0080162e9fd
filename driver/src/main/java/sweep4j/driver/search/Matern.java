package sweep4j.driver.search;

import java.util.List;
import sweep4j.driver.space.Domain;

/**
 * The Matern kernel of smoothness 5/2 with a length for each dimension (Rasmussen, Williams:
 * "Gaussian Processes for Machine Learning", 2006, equation 4.17), on points of the unit cube.
 *
 * <p>Levels without order are all at distance 1 from each other, as if each had an axis of its own.
 * A parameter that a trial has not stands at 0.5, and at 1 on an axis that says so.
 */
final class Matern {
  private static final double ROOT5 = Math.sqrt(5.0);

  private Matern() {}

  /** The square of the distance of two landed coordinates along a dimension; either may be NaN. */
  static double squaredDistance(Domain domain, double some, double other) {
    if (Double.isNaN(some) && Double.isNaN(other)) {
      return 0.0;
    }
    if (Double.isNaN(some) || Double.isNaN(other)) {
      double there = Double.isNaN(some) ? other : some;
      return 1.0 + (domain.ordered() ? (there - 0.5) * (there - 0.5) : 0.0);
    }
    if (!domain.ordered()) {
      return some == other ? 0.0 : 1.0;
    }
    return (some - other) * (some - other);
  }

  /** The correlation of two points: 1 if they are equal, towards 0 with their distance. */
  static double correlation(List<Domain> domains, double[] lengths, double[] some, double[] other) {
    double sum = 0.0;
    for (int d = 0; d < lengths.length; d++) {
      sum += squaredDistance(domains.get(d), some[d], other[d]) / (lengths[d] * lengths[d]);
    }
    return correlation(sum);
  }

  /** The correlation at a distance, in lengths, whose square is {@code squared}. */
  static double correlation(double squared) {
    double r = ROOT5 * Math.sqrt(squared);
    return (1.0 + r + r * r / 3.0) * Math.exp(-r);
  }

  /**
   * The derivative of the correlation by the logarithm of a dimension's length is this, times that
   * dimension's share of {@code squared}.
   */
  static double slope(double squared) {
    double r = ROOT5 * Math.sqrt(squared);
    return 5.0 / 3.0 * (1.0 + r) * Math.exp(-r);
  }
}
