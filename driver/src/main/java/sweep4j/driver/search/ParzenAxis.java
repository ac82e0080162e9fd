package sweep4j.driver.search;

import java.util.List;
import java.util.SplittableRandom;
import sweep4j.driver.space.Domain;

/**
 * Kernels around some points along one dimension of the unit cube. All densities are relative to
 * the uniform one, so that 1 says nothing, and levels and continua can be multiplied.
 */
sealed interface ParzenAxis permits NormalAxis, LevelAxis {

  /**
   * The logarithm of the density that the kernel number {@code kernel} has at {@code unit}; 0 if
   * its point has no such coordinate.
   *
   * @param unit landed, and not NaN
   */
  double log(int kernel, double unit);

  /** A draw from the kernel number {@code kernel}; uniform if its point has no such coordinate. */
  double draw(int kernel, SplittableRandom random);

  /**
   * The kernels of dimension {@code dimension}.
   *
   * @param points landed; NaN for a parameter that one has not
   * @param dimensions of the cube
   */
  static ParzenAxis of(Domain domain, List<double[]> points, int dimension, int dimensions) {
    double[] centres = points.stream().mapToDouble(point -> point[dimension]).toArray();
    return domain.ordered()
        ? NormalAxis.of(domain, centres, dimensions)
        : LevelAxis.of(domain, centres);
  }
}
