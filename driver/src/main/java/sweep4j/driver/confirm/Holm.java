package sweep4j.driver.confirm;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Corrects several tests for their number, so that the chance of one error among all of them stays
 * what each is said to have: of m tests the smallest p counts m times, the next m - 1 times, and so
 * on (S. Holm, "A simple sequentially rejective multiple test procedure", 1979).
 */
final class Holm {

  private Holm() {}

  /** The corrected values, at most 1, in the order of {@code ps}. */
  static double[] adjusted(double[] ps) {
    List<Integer> ascending =
        IntStream.range(0, ps.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> ps[i]))
            .toList();
    var adjusted = new double[ps.length];
    double highest = 0;
    for (int rank = 0; rank < ps.length; rank++) {
      int i = ascending.get(rank);
      // None can be told apart before one that is plainer.
      highest = Math.max(highest, Math.min(1.0, (ps.length - rank) * ps[i]));
      adjusted[i] = highest;
    }
    return adjusted;
  }
}
