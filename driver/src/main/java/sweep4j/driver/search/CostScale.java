package sweep4j.driver.search;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Costs as a Gaussian process can learn them. The better half keeps its distances. The worse half
 * keeps only its order: its costs become the quantiles of a normal distribution whose lower half is
 * like the better half, so that one huge cost does not flatten all the others. An infinite cost is
 * worse than any finite one. Then all are shifted and scaled to mean 0 and variance 1.
 *
 * <p>It is the half-rank warping of Song, Zhang, Lee and others: "The Vizier Gaussian Process
 * Bandit Algorithm", 2024, section 4.1.
 */
final class CostScale {

  private CostScale() {}

  /**
   * The scaled costs, in the order of {@code costs}.
   *
   * @param costs at least one of them finite
   */
  static double[] of(double[] costs) {
    double[] sorted = costs.clone();
    Arrays.sort(sorted);
    int finite = 0;
    while (finite < sorted.length && Double.isFinite(sorted[finite])) {
      finite++;
    }
    int middle = Math.min((sorted.length - 1) / 2, finite - 1);
    double median = sorted[middle];
    double squares = 0.0;
    for (int i = 0; i < middle; i++) {
      squares += (sorted[i] - median) * (sorted[i] - median);
    }
    double deviation = squares > 0.0 ? Math.sqrt(squares / middle) : 1.0;
    var normal = new NormalDistribution(null, 0.0, 1.0);
    double[] scaled = new double[costs.length];
    for (int i = 0; i < costs.length; i++) {
      scaled[i] =
          costs[i] <= median
              ? costs[i]
              : median
                  + deviation * normal.inverseCumulativeProbability(quantile(sorted, costs[i]));
    }
    return standardised(scaled);
  }

  /**
   * The share of costs below {@code cost}, half of those equal to it included; above 0, below 1.
   */
  private static double quantile(double[] sorted, double cost) {
    int below = 0;
    int equal = 0;
    for (double each : sorted) {
      below += each < cost ? 1 : 0;
      equal += each == cost ? 1 : 0;
    }
    return Math.max(0.5, (below + 0.5 * equal) / sorted.length);
  }

  private static double[] standardised(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = 0.0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = squares > 0.0 ? Math.sqrt(squares / values.length) : 1.0;
    return Arrays.stream(values).map(value -> (value - mean) / deviation).toArray();
  }
}
