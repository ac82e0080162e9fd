package sweep4j.laboratory.problem;

import sweep4j.driver.space.SearchSpace;

/**
 * Hartmann's function of six dimensions: four Gaussian wells of different depths (Dixon, Szegő:
 * "The Global Optimization Problem: An Introduction", Towards Global Optimization 2, 1978).
 */
final class Hartmann6 {
  private static final double OPTIMUM = -3.32236801141551;

  private static final double[] DEPTHS = {1.0, 1.2, 3.0, 3.2};

  private static final double[][] STEEPNESS = {
    {10.0, 3.0, 17.0, 3.5, 1.7, 8.0},
    {0.05, 10.0, 17.0, 0.1, 8.0, 14.0},
    {3.0, 3.5, 1.7, 10.0, 17.0, 8.0},
    {17.0, 8.0, 0.05, 10.0, 0.1, 14.0}
  };

  private static final double[][] CENTRES = {
    {0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886},
    {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991},
    {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650},
    {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}
  };

  private Hartmann6() {}

  static Problem problem() {
    SearchSpace space = UnitCube.of(6);
    return new FunctionProblem("hartmann6", space, OPTIMUM, values -> at(space.pointOf(values)));
  }

  static double at(double[] unit) {
    double sum = 0.0;
    for (int well = 0; well < DEPTHS.length; well++) {
      double exponent = 0.0;
      for (int dimension = 0; dimension < unit.length; dimension++) {
        double distance = unit[dimension] - CENTRES[well][dimension];
        exponent += STEEPNESS[well][dimension] * distance * distance;
      }
      sum += DEPTHS[well] * Math.exp(-exponent);
    }
    return -sum;
  }
}
