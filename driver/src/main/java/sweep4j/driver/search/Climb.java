package sweep4j.driver.search;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import sweep4j.driver.space.Domain;

/**
 * Looks for the highest points of a function on the unit cube: at points drawn from all of it, at
 * points near some that are known to be good, and then from the best of these uphill, by random
 * steps that grow on success and shrink on failure. It needs no gradient, so levels and conditions
 * are no obstacle.
 */
final class Climb {
  private static final int UNIFORM = 300;
  private static final int NEAR_EACH = 20;
  private static final int CLIMBS = 4;
  private static final int STEPS = 60;
  private static final double FIRST_SCALE = 0.1;

  private final Landing landing;
  private final ToDoubleFunction<double[]> height;
  private final SplittableRandom random;
  private final List<Ranked> seen = new ArrayList<>();

  private Climb(Landing landing, ToDoubleFunction<double[]> height, SplittableRandom random) {
    this.landing = landing;
    this.height = height;
    this.random = random;
  }

  /**
   * Points of the cube, the highest first; all are landed and have all coordinates.
   *
   * @param good landed, perhaps with NaN
   * @param height of a landed point, NaN for each parameter that a trial there would not have
   */
  static List<double[]> highest(
      Landing landing,
      List<double[]> good,
      ToDoubleFunction<double[]> height,
      SplittableRandom random) {
    var climb = new Climb(landing, height, random);
    climb.lookAround(good);
    for (Ranked start : Ranked.sorted(climb.seen).subList(0, CLIMBS)) {
      climb.from(start);
    }
    return Ranked.sorted(climb.seen).stream().map(Ranked::point).toList();
  }

  private void lookAround(List<double[]> good) {
    for (int i = 0; i < UNIFORM; i++) {
      look(random.doubles(landing.domains().size()).toArray());
    }
    for (double[] point : good) {
      for (int i = 0; i < NEAR_EACH; i++) {
        // From a tenth of a percent of the cube to all of it, evenly in the exponent.
        look(near(point, Math.pow(10.0, -3.0 * random.nextDouble())));
      }
    }
  }

  private void from(Ranked start) {
    Ranked at = start;
    double scale = FIRST_SCALE;
    for (int step = 0; step < STEPS; step++) {
      Ranked next = look(near(at.point(), scale));
      boolean higher = next.score() > at.score();
      at = higher ? next : at;
      scale *= higher ? 1.5 : 0.85;
    }
  }

  private Ranked look(double[] point) {
    double[] landed = landing.land(point);
    var ranked = new Ranked(landed, height.applyAsDouble(landing.existing(landed)));
    seen.add(ranked);
    return ranked;
  }

  /** Half of the coordinates moved. One that is missing is drawn anew. */
  private double[] near(double[] point, double scale) {
    double[] moved = point.clone();
    for (int dimension = 0; dimension < moved.length; dimension++) {
      if (Double.isNaN(moved[dimension])) {
        moved[dimension] = random.nextDouble();
      } else if (random.nextBoolean()) {
        moved[dimension] = moved(landing.domains().get(dimension), moved[dimension], scale);
      }
    }
    return moved;
  }

  private double moved(Domain domain, double unit, double scale) {
    if (!domain.ordered()) {
      return random.nextDouble() < Math.max(scale, 0.4) ? random.nextDouble() : unit;
    }
    // A step must be able to leave a level.
    double step = domain.levels() > 0 ? Math.max(scale, 0.7 / domain.levels()) : scale;
    return Math.max(0.0, Math.min(1.0, unit + step * random.nextGaussian()));
  }
}
