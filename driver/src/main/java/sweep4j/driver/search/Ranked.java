package sweep4j.driver.search;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.List;

/**
 * A point with a score; more is better.
 *
 * @param point landed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Ranked(double[] point, double score) {

  /** The best first; of equals the earlier first. */
  static List<Ranked> sorted(List<Ranked> candidates) {
    var sorted = new ArrayList<>(candidates);
    sorted.sort(comparingDouble(Ranked::score).reversed());
    return sorted;
  }
}
