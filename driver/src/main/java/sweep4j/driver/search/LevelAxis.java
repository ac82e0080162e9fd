package sweep4j.driver.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import sweep4j.driver.space.Domain;

/**
 * Kernels on levels without order: a point's own level, mixed with all levels alike (Aitchison,
 * Aitken: "Multivariate Binary Discrimination by the Kernel Method", Biometrika 63(3), 1976).
 *
 * @param centres landed; NaN for a kernel that is uniform
 * @param even the share of the even mixture in each kernel, above 0
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LevelAxis(double[] centres, int levels, double even) implements ParzenAxis {

  /** Kernels whose even share falls with the points as if each level had been seen twice before. */
  static LevelAxis of(Domain domain, double[] centres) {
    long known = Arrays.stream(centres).filter(centre -> !Double.isNaN(centre)).count();
    double before = 2.0 * domain.levels();
    return new LevelAxis(centres, domain.levels(), before / (before + known));
  }

  @Override
  public double log(int kernel, double unit) {
    double centre = centres[kernel];
    return Double.isNaN(centre)
        ? 0.0
        : Math.log(even + (unit == centre ? (1.0 - even) * levels : 0.0));
  }

  @Override
  public double draw(int kernel, SplittableRandom random) {
    boolean own = random.nextDouble() >= even && !Double.isNaN(centres[kernel]);
    return own ? centres[kernel] : random.nextDouble();
  }
}
