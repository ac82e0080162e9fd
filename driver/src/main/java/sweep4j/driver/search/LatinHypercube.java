package sweep4j.driver.search;

import java.util.SplittableRandom;

/**
 * Points that cover the unit cube in each coordinate: cut into as many equal strata as there are
 * points, every stratum of every coordinate holds exactly one (McKay, Beckman, Conover: "A
 * Comparison of Three Methods for Selecting Values of Input Variables in the Analysis of Output
 * from a Computer Code", Technometrics 21(2), 1979). Of several such sets the one is taken whose
 * two closest points are farthest apart, because the strata alone let points lie in a line or a
 * heap (Morris, Mitchell: "Exploratory Designs for Computational Experiments", Journal of
 * Statistical Planning and Inference 43, 1995).
 *
 * <p>Not a Sobol or Halton sequence: rounds have a dozen or two of points, of any number and in any
 * number of dimensions, where those sequences have gaps and lines of their own.
 */
final class LatinHypercube {

  /** How many sets are compared; more gain next to nothing. */
  private static final int CANDIDATES = 20;

  /** Beyond this many points the comparison, quadratic in them, costs more than it gives. */
  private static final int MAX_COMPARED = 200;

  private LatinHypercube() {}

  /** {@code points[i][d]} in [0, 1): coordinate d of point i. */
  static double[][] draw(int points, int dimensions, SplittableRandom random) {
    double[][] best = candidate(points, dimensions, random);
    if (points > MAX_COMPARED) {
      return best;
    }
    double bestGap = squaredGap(best);
    for (int others = 1; others < CANDIDATES; others++) {
      double[][] other = candidate(points, dimensions, random);
      double gap = squaredGap(other);
      if (gap > bestGap) {
        best = other;
        bestGap = gap;
      }
    }
    return best;
  }

  /** The square of the distance between the two closest points; infinite if there is only one. */
  static double squaredGap(double[][] points) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < i; j++) {
        least = Math.min(least, squaredDistance(points[i], points[j]));
      }
    }
    return least;
  }

  private static double squaredDistance(double[] some, double[] other) {
    double sum = 0.0;
    for (int dimension = 0; dimension < some.length; dimension++) {
      double difference = some[dimension] - other[dimension];
      sum += difference * difference;
    }
    return sum;
  }

  static double[][] candidate(int points, int dimensions, SplittableRandom random) {
    double[][] drawn = new double[points][dimensions];
    for (int dimension = 0; dimension < dimensions; dimension++) {
      int[] strata = permutation(points, random);
      for (int point = 0; point < points; point++) {
        drawn[point][dimension] = (strata[point] + random.nextDouble()) / points;
      }
    }
    return drawn;
  }

  /** Fisher and Yates' shuffle. */
  private static int[] permutation(int size, SplittableRandom random) {
    int[] shuffled = new int[size];
    for (int i = 0; i < size; i++) {
      int other = random.nextInt(i + 1);
      shuffled[i] = shuffled[other];
      shuffled[other] = i;
    }
    return shuffled;
  }
}
