package sweep4j.driver.search;

import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import sweep4j.driver.search.Region.Interval;

/**
 * Where an interval may lie around a declared range that it may leave, in coordinates of all that
 * can be reached, which is [0, 1]. A declared range that is [0, 1] itself cannot be left.
 *
 * <ul>
 *   <li>The interval may lie outside on a side where the very best lies within a tenth of the
 *       declared width from the edge, or beyond it.
 *   <li>While nothing was tried much further out than the very best, it leads: the interval goes
 *       ahead of it. Intervals that grow narrower around the best would only creep.
 * </ul>
 */
record OpenRange(Interval declared) {
  private static final double NEAR_EDGE = 0.1;

  /** The least coordinate that the interval may have. */
  double least(double best) {
    return best < declared.low() + NEAR_EDGE * declared.width() ? 0.0 : declared.low();
  }

  /** The greatest coordinate that the interval may have. */
  double most(double best) {
    return best > declared.high() - NEAR_EDGE * declared.width() ? 1.0 : declared.high();
  }

  /** Whether there is room below, and nothing was tried below the best by more than {@code far}. */
  boolean leadsDown(double best, Supplier<DoubleStream> tried, double far) {
    return least(best) < declared.low() && tried.get().min().orElse(best) >= best - far;
  }

  /** Whether there is room above, and nothing was tried above the best by more than {@code far}. */
  boolean leadsUp(double best, Supplier<DoubleStream> tried, double far) {
    return most(best) > declared.high() && tried.get().max().orElse(best) <= best + far;
  }
}
