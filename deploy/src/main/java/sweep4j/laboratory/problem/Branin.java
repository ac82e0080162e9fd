package sweep4j.laboratory.problem;

import sweep4j.driver.space.SearchSpace;

/**
 * Branin's function: two dimensions, three equal minima in a curved valley (Dixon, Szegő: "The
 * Global Optimization Problem: An Introduction", Towards Global Optimization 2, 1978).
 */
final class Branin {
  private static final double OPTIMUM = 0.397887357729739;

  private Branin() {}

  static Problem problem() {
    SearchSpace space = UnitCube.of(2);
    return new FunctionProblem("branin", space, OPTIMUM, values -> at(space.pointOf(values)));
  }

  /** At a point of the unit square, which stands for x1 in [-5, 10] and x2 in [0, 15]. */
  static double at(double[] unit) {
    double x1 = -5.0 + 15.0 * unit[0];
    double x2 = 15.0 * unit[1];
    double valley = x2 - 5.1 / (4.0 * Math.PI * Math.PI) * x1 * x1 + 5.0 / Math.PI * x1 - 6.0;
    return valley * valley + 10.0 * (1.0 - 1.0 / (8.0 * Math.PI)) * Math.cos(x1) + 10.0;
  }
}
