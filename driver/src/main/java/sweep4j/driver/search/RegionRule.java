package sweep4j.driver.search;

import java.util.List;
import java.util.stream.IntStream;
import sweep4j.driver.space.Domain;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;

/**
 * Where a round of a coarse-to-fine search looks. The rule in full:
 *
 * <ul>
 *   <li>The best are the {@value #BEST} trials of lowest finite cost, the earlier first among
 *       equals. If no trial has a finite cost, the region is the whole cube.
 *   <li>The side of an ordered parameter is an interval of the round's {@link #width}, centred on
 *       the mean of the best, weighted 1, 1/2, 1/3 by their rank; moved, if need be, so that the
 *       very best lies in its middle two thirds; then moved inside [0, 1]. It is moved, never cut:
 *       a best trial at an edge does not make the region smaller.
 *   <li>The side of an unordered parameter is the set of levels that the best have.
 *   <li>A parameter counts only those of the best in which it exists; the first of these is its
 *       very best. If it exists in none of them, its side is whole.
 * </ul>
 *
 * <p>A region need not lie inside the one before: it follows the best where they lead.
 *
 * @param rounds of the whole search
 */
record RegionRule(int rounds) {
  static final int BEST = 3;

  /** The last region's width, unless that took steps below {@link #STEEPEST}. */
  private static final double LAST_WIDTH = 1.0 / 6.0;

  /** No round may be narrower than this share of the one before, or it loses the optimum. */
  private static final double STEEPEST = 0.35;

  /** The width of the region of {@code round}: from 1, by an equal factor in each round. */
  double width(int round) {
    if (round == 1) {
      return 1.0;
    }
    double factor = Math.max(STEEPEST, Math.pow(LAST_WIDTH, 1.0 / (rounds - 1)));
    return Math.pow(factor, round - 1);
  }

  /**
   * The region of {@code round}.
   *
   * @param best the points of the best trials, the very best first; at most {@value #BEST}. NaN
   *     stands for a parameter that does not exist there
   */
  Region around(SearchSpace space, List<double[]> best, int round) {
    if (best.isEmpty() || round == 1) {
      return Region.whole(space);
    }
    List<Parameter> varying = space.varying();
    return new Region(
        IntStream.range(0, varying.size())
            .mapToObj(d -> side(varying.get(d).domain(), units(best, d), width(round)))
            .toList());
  }

  private static double[] units(List<double[]> best, int dimension) {
    return best.stream()
        .mapToDouble(point -> point[dimension])
        .filter(unit -> !Double.isNaN(unit))
        .toArray();
  }

  private static Region.Side side(Domain domain, double[] best, double width) {
    if (best.length == 0) {
      return Region.whole(domain);
    }
    return domain.ordered()
        ? interval(best, width)
        : new Region.Levels(
            IntStream.range(0, best.length).map(i -> domain.levelAt(best[i])).boxed().toList());
  }

  private static Region.Interval interval(double[] best, double width) {
    double sum = 0.0;
    double weights = 0.0;
    for (int rank = 1; rank <= best.length; rank++) {
      sum += best[rank - 1] / rank;
      weights += 1.0 / rank;
    }
    double centre = clamp(sum / weights, best[0] - width / 3, best[0] + width / 3);
    double low = clamp(centre - width / 2, 0.0, 1.0 - width);
    return new Region.Interval(low, Math.min(1.0, low + width));
  }

  private static double clamp(double value, double min, double max) {
    return Math.max(min, Math.min(max, value));
  }
}
