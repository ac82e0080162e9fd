package sweep4j.driver.search;

import static java.util.Comparator.comparingDouble;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import sweep4j.driver.search.Region.Interval;
import sweep4j.driver.search.Region.Levels;
import sweep4j.driver.space.Domain;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;

/**
 * Where a round of a coarse-to-fine search looks. Round 1 looks everywhere in the declared ranges.
 * The rule of the others, for each parameter on its own:
 *
 * <ul>
 *   <li>Only trials count in which the parameter exists. The best of them are the share {@code
 *       keep} of lowest finite cost, at least {@value #FEWEST_BEST}, the earlier first among
 *       equals. Where there are none, the side is all that is declared.
 *   <li>The side of an ordered parameter is an interval, {@code shrink} times as wide as in the
 *       round before. Its centre is the mean of the best, weighted 1, 1/2, 1/3, ... by rank. It is
 *       moved, if need be, so that the very best lies in its middle two thirds; then moved inside
 *       the declared range. It is moved, never cut: a best trial at an edge does not make the
 *       region smaller.
 *   <li>{@link OpenRange} says how a side of an extended range may leave what is declared.
 *   <li>The side of an unordered parameter is the set of levels that {@link LevelEvidence} keeps.
 * </ul>
 *
 * <p>A region need not lie inside the one before: it follows the best where they lead.
 *
 * @param keep above 0, at most 1
 * @param shrink above 0, below 1
 */
record RegionRule(double keep, double shrink) {
  static final int FEWEST_BEST = 3;

  /** The width of the region of {@code round} as a share of what is declared. */
  double width(int round) {
    return Math.pow(shrink, round - 1.0);
  }

  /**
   * The region of {@code round}.
   *
   * @param results what the round may see; NaN in a point stands for a parameter that does not
   *     exist there
   */
  Region around(SearchSpace space, List<Observation> results, int round) {
    if (round == 1) {
      return Region.declared(space);
    }
    // The sort is stable and results come in order: the earlier of two equals is the better.
    List<Observation> ranked = results.stream().sorted(comparingDouble(Observation::cost)).toList();
    List<Parameter> varying = space.varying();
    return new Region(
        IntStream.range(0, varying.size())
            .mapToObj(d -> side(varying.get(d).domain(), having(ranked, d), d, width(round)))
            .toList());
  }

  private static List<Observation> having(List<Observation> ranked, int dimension) {
    return ranked.stream().filter(each -> !Double.isNaN(each.point()[dimension])).toList();
  }

  private Region.Side side(
      Domain domain, List<Observation> ranked, int dimension, double relativeWidth) {
    Region.Side declared = Region.declared(domain);
    if (declared instanceof Levels) {
      return new Levels(LevelEvidence.keptLevels(domain, ranked, dimension));
    }
    double[] best = best(ranked, dimension);
    return best.length == 0
        ? declared
        : interval(
            new OpenRange((Interval) declared),
            best,
            () -> ranked.stream().mapToDouble(each -> each.point()[dimension]),
            relativeWidth);
  }

  /** The coordinates of the best, the very best first. */
  private double[] best(List<Observation> ranked, int dimension) {
    List<Observation> finite =
        ranked.stream().filter(each -> Double.isFinite(each.cost())).toList();
    long kept = Math.max(FEWEST_BEST, Math.round(keep * finite.size()));
    return finite.stream().limit(kept).mapToDouble(each -> each.point()[dimension]).toArray();
  }

  private static Interval interval(
      OpenRange range, double[] best, Supplier<DoubleStream> tried, double relativeWidth) {
    double width = relativeWidth * range.declared().width();
    double third = width / 3;
    double centre =
        range.leadsDown(best[0], tried, third / 2)
            ? best[0] - third
            : range.leadsUp(best[0], tried, third / 2)
                ? best[0] + third
                : clamp(mean(best), best[0] - third, best[0] + third);
    double least = range.least(best[0]);
    double most = range.most(best[0]);
    double low = clamp(centre - width / 2, least, most - width);
    return new Interval(low, Math.min(most, low + width));
  }

  private static double mean(double[] best) {
    double sum = 0.0;
    double weights = 0.0;
    for (int rank = 1; rank <= best.length; rank++) {
      sum += best[rank - 1] / rank;
      weights += 1.0 / rank;
    }
    return sum / weights;
  }

  private static double clamp(double value, double min, double max) {
    return Math.max(min, Math.min(max, value));
  }
}
