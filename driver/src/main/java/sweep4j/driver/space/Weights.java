package sweep4j.driver.space;

import java.util.List;

/** Cuts [0, 1] into shares in proportion to weights. */
final class Weights {
  /** Far above what rounding could swallow, at the length of any list. */
  static final double LEAST_SHARE = 1e-6;

  private Weights() {}

  static void check(List<Double> weights) {
    double sum = sum(weights);
    if (!weights.stream().allMatch(weight -> weight > 0.0) || !Double.isFinite(sum)) {
      throw new IllegalArgumentException(
          "each weight must be above 0, and their sum finite, but got " + weights);
    }
    if (!equal(weights) && weights.stream().anyMatch(weight -> weight / sum < LEAST_SHARE)) {
      throw new IllegalArgumentException(
          "each weight must be at least %s of their sum, but got %s"
              .formatted(LEAST_SHARE, weights));
    }
  }

  static boolean equal(List<Double> weights) {
    return weights.stream().allMatch(weights.get(0)::equals);
  }

  static double sum(List<Double> weights) {
    double sum = 0.0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }

  /** Whose share holds {@code unit}; 1 belongs to the last. */
  static int levelAt(double unit, List<Double> weights) {
    double target = Units.requireUnit(unit) * sum(weights);
    double end = 0.0;
    for (int level = 0; level < weights.size() - 1; level++) {
      end += weights.get(level);
      if (target < end) {
        return level;
      }
    }
    return weights.size() - 1;
  }

  /** The middle of the share of {@code level}. */
  static double middle(int level, List<Double> weights) {
    return (sum(weights.subList(0, level)) + weights.get(level) / 2) / sum(weights);
  }
}
