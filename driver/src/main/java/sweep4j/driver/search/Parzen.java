package sweep4j.driver.search;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import sweep4j.driver.space.Domain;

/**
 * A Parzen estimate of a density on the unit cube, relative to the uniform one: a mixture of a
 * kernel around each of some points and, of half a kernel's weight, the uniform density. A kernel
 * is a product over the dimensions that its point has, so what goes well together is learnt
 * together.
 *
 * @param axes one for each dimension
 * @param points how many there are; may be 0
 */
record Parzen(List<ParzenAxis> axes, int points) {

  /** The weight of the uniform density, in kernels. It keeps every place within reach. */
  private static final double UNIFORM = 0.5;

  /**
   * The estimate from {@code points}.
   *
   * @param points landed; NaN for a parameter that one has not
   */
  static Parzen of(List<Domain> domains, List<double[]> points) {
    int dimensions = domains.size();
    return new Parzen(
        IntStream.range(0, dimensions)
            .mapToObj(d -> ParzenAxis.of(domains.get(d), points, d, dimensions))
            .toList(),
        points.size());
  }

  /** The logarithm of the density at {@code point}, over the dimensions that it has. */
  double log(double[] point) {
    double sum = UNIFORM;
    for (int kernel = 0; kernel < points; kernel++) {
      double log = 0.0;
      for (int dimension = 0; dimension < point.length; dimension++) {
        if (!Double.isNaN(point[dimension])) {
          log += axes.get(dimension).log(kernel, point[dimension]);
        }
      }
      sum += Math.exp(log);
    }
    return Math.log(sum / (points + UNIFORM));
  }

  /** A draw, with all coordinates. */
  double[] draw(SplittableRandom random) {
    double which = random.nextDouble() * (points + UNIFORM);
    return which >= points
        ? random.doubles(axes.size()).toArray()
        : axes.stream().mapToDouble(axis -> axis.draw((int) which, random)).toArray();
  }
}
