package sweep4j.driver.search;

import java.util.List;
import sweep4j.driver.space.Domain;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;

/**
 * Where points of the unit cube come to lie when they go through values and back: on the middle of
 * a level, or on one of 2^30 steps of a continuum. The steps are far coarser than the rounding of a
 * logarithm, so a point and the same point found back from a trial's values are equal bit for bit.
 */
final class Landing {
  private static final double STEPS = 1 << 30;

  private final SearchSpace space;
  private final List<Domain> domains;

  Landing(SearchSpace space) {
    this.space = space;
    this.domains = space.varying().stream().map(Parameter::domain).toList();
  }

  List<Domain> domains() {
    return domains;
  }

  /** The landed {@code point}; NaN stays NaN. */
  double[] land(double[] point) {
    double[] landed = new double[point.length];
    for (int dimension = 0; dimension < point.length; dimension++) {
      landed[dimension] = land(domains.get(dimension), point[dimension]);
    }
    return landed;
  }

  private static double land(Domain domain, double unit) {
    if (Double.isNaN(unit)) {
      return unit;
    }
    return domain.levels() > 0
        ? domain.unitOfLevel(domain.levelAt(unit))
        : Math.rint(unit * STEPS) / STEPS;
  }

  /** As {@link #land}, and NaN for each parameter that a trial at {@code point} would not have. */
  double[] existing(double[] point) {
    return land(space.pointOf(space.at(point)));
  }
}
