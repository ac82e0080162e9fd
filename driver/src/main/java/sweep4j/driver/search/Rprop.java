package sweep4j.driver.search;

import java.util.Arrays;

/**
 * Climbs by the signs of a gradient alone, with a step of its own for each coordinate: longer while
 * the sign stays, half as long when it turns (iRprop-: Igel, Huesken: "Improving the Rprop Learning
 * Algorithm", 2000). For hyperparameters of Gaussian processes it does as well as methods of second
 * order (Blum, Riedmiller: "Optimization of Gaussian Process Hyperparameters Using Rprop", 2013).
 */
final class Rprop {
  private static final int EVALUATIONS = 40;
  private static final double FIRST_STEP = 0.2;
  private static final double LONGEST_STEP = 1.0;

  private Rprop() {}

  /** A function to be maximized. */
  @FunctionalInterface
  interface Objective {
    Value at(double[] place);
  }

  /** The height of a function, and its gradient there. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Value(double height, double[] gradient) {}

  /**
   * The highest place seen on {@value #EVALUATIONS} evaluations from {@code start} on.
   *
   * @param low bound of each coordinate, included
   * @param high likewise
   */
  static double[] maximum(Objective objective, double[] start, double[] low, double[] high) {
    double[] place = start.clone();
    double[] steps = new double[place.length];
    Arrays.fill(steps, FIRST_STEP);
    double[] before = new double[place.length];
    double[] best = start;
    double height = Double.NEGATIVE_INFINITY;
    for (int evaluation = 0; evaluation < EVALUATIONS; evaluation++) {
      Value value = objective.at(place);
      if (value.height() > height) {
        height = value.height();
        best = place.clone();
      }
      for (int i = 0; i < place.length; i++) {
        double slope = value.gradient()[i];
        double turned = slope * before[i];
        if (turned > 0.0) {
          steps[i] = Math.min(LONGEST_STEP, steps[i] * 1.2);
        } else if (turned < 0.0) {
          steps[i] *= 0.5;
        }
        // After a turn a coordinate rests once, so that the shorter step is judged by itself.
        before[i] = turned < 0.0 ? 0.0 : slope;
        double moved = place[i] + Math.signum(before[i]) * steps[i];
        place[i] = Math.max(low[i], Math.min(high[i], moved));
      }
    }
    return best;
  }
}
