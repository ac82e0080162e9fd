package sweep4j.driver.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.special.Erf;
import sweep4j.driver.space.Domain;

/**
 * Normal densities of one width, cut to [0, 1]. They are taken in the unit cube, where a
 * logarithmic parameter is its exponent, so the width is one of magnitude.
 *
 * @param centres of the kernels; NaN for one that is uniform
 * @param logScales the logarithm of each density at its centre
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NormalAxis(double[] centres, double width, double[] logScales) implements ParzenAxis {

  /** Below Scott's factor of 1, because the good points of a search are not one normal cloud. */
  private static final double FACTOR = 0.8;

  /** A kernel narrower than this would only find again what it has. */
  private static final double LEAST_WIDTH = 0.01;

  /**
   * Kernels whose width is by Scott's rule, {@code deviation * n^(-1/(dimensions + 4))} (Scott:
   * "Multivariate Density Estimation", 1992, section 6.3). To the deviation counts one point more,
   * as uncertain as the uniform density, so that two points that fell close do not end the search.
   */
  static NormalAxis of(Domain domain, double[] centres, int dimensions) {
    double[] known = Arrays.stream(centres).filter(centre -> !Double.isNaN(centre)).toArray();
    double scott =
        FACTOR * deviation(known) * Math.pow(Math.max(1, known.length), -1.0 / (dimensions + 4));
    // Within less than half a level a kernel would see nothing but its own.
    double least =
        domain.levels() == 0 ? LEAST_WIDTH : Math.max(LEAST_WIDTH, 0.4 / domain.levels());
    double width = Math.max(least, scott);
    return new NormalAxis(
        centres,
        width,
        Arrays.stream(centres).map(centre -> -Math.log(width * mass(centre, width))).toArray());
  }

  private static double deviation(double[] known) {
    double mean = (Arrays.stream(known).sum() + 0.5) / (known.length + 1);
    double squares = (0.5 - mean) * (0.5 - mean) + 1.0 / 12;
    for (double centre : known) {
      squares += (centre - mean) * (centre - mean);
    }
    return Math.sqrt(squares / (known.length + 1));
  }

  /** The integral of {@code exp(-z^2 / 2)}, {@code z = (x - centre) / width}, over [0, 1] in z. */
  private static double mass(double centre, double width) {
    double root2 = Math.sqrt(2.0);
    return Math.sqrt(Math.PI / 2.0)
        * (Erf.erf((1.0 - centre) / width / root2) + Erf.erf(centre / width / root2));
  }

  @Override
  public double log(int kernel, double unit) {
    double z = (unit - centres[kernel]) / width;
    return Double.isNaN(z) ? 0.0 : logScales[kernel] - 0.5 * z * z;
  }

  @Override
  public double draw(int kernel, SplittableRandom random) {
    if (Double.isNaN(centres[kernel])) {
      return random.nextDouble();
    }
    double unit;
    do {
      unit = centres[kernel] + width * random.nextGaussian();
    } while (!(0.0 <= unit && unit <= 1.0));
    return unit;
  }
}
