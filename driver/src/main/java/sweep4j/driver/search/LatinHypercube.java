package sweep4j.driver.search;

import java.util.SplittableRandom;

/**
 * Points that cover the unit cube in each coordinate: cut into as many equal strata as there are
 * points, every stratum of every coordinate holds exactly one (McKay, Beckman, Conover: "A
 * Comparison of Three Methods for Selecting Values of Input Variables in the Analysis of Output
 * from a Computer Code", Technometrics 21(2), 1979).
 *
 * <p>Not a Sobol or Halton sequence: rounds have a dozen or two of points, of any number and in any
 * number of dimensions, where those sequences have gaps and lines of their own.
 */
final class LatinHypercube {

  private LatinHypercube() {}

  /** {@code points[i][d]} in [0, 1): coordinate d of point i. */
  static double[][] draw(int points, int dimensions, SplittableRandom random) {
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
