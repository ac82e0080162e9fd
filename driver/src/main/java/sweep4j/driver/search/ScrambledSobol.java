package sweep4j.driver.search;

import org.apache.commons.math3.random.SobolSequenceGenerator;
import sweep4j.trial.Seeds;
import sweep4j.trial.Seeds.Stream;

/**
 * Sobol's sequence (Commons Math's, with the direction numbers of Joe and Kuo, 2008), scrambled by
 * a seed: each bit of a coordinate is turned over or not by a hash of the seed, the coordinate and
 * all the bits above it. That is nested uniform scrambling (Owen: "Randomly Permuted (t,m,s)-Nets
 * and (t,s)-Sequences", in Monte Carlo and Quasi-Monte Carlo Methods in Scientific Computing,
 * 1995): each point is uniform in the cube, and any 2^m points from a multiple of 2^m on still have
 * one in each of the 2^m equal parts of every coordinate.
 *
 * <p>The sequence begins at its origin, which many leave out: without it those parts are broken
 * (Owen: "On Dropping the First Sobol' Point", 2020).
 */
final class ScrambledSobol {

  /** Commons Math's coordinates are multiples of 2^-52. */
  private static final int BITS = 52;

  private final int dimensions;
  private final long seed;

  private final SobolSequenceGenerator sobol;

  /** A sequence of points of {@code dimensions} coordinates, at most 1000. */
  ScrambledSobol(int dimensions, long seed) {
    this.dimensions = dimensions;
    this.seed = seed;
    // Commons Math refuses a sequence of points without coordinates.
    this.sobol = new SobolSequenceGenerator(Math.max(1, dimensions));
  }

  /** The point {@code index}, from 0; each coordinate in [0, 1). */
  synchronized double[] point(int index) {
    double[] plain = sobol.skipTo(index);
    double[] point = new double[dimensions];
    for (int dimension = 0; dimension < dimensions; dimension++) {
      point[dimension] = scramble(plain[dimension], dimension);
    }
    return point;
  }

  private double scramble(double coordinate, int dimension) {
    long plain = (long) (coordinate * (1L << BITS));
    long scrambled = 0;
    for (int bit = BITS - 1; bit >= 0; bit--) {
      long above = plain >>> (bit + 1);
      long flip = Seeds.mix(seed, Stream.SUGGESTION, dimension, bit, above) & 1;
      scrambled |= (((plain >>> bit) & 1) ^ flip) << bit;
    }
    return scrambled * 0x1p-52;
  }
}
