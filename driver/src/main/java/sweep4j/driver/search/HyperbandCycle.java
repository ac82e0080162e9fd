package sweep4j.driver.search;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The brackets of Hyperband. With R epochs at most, of which a first rung has at least m, the
 * brackets are s = s_max, ..., 1, 0, where s_max is the highest with {@code m * eta^s_max <= R}.
 * Bracket s has s rungs, after {@code R * eta^-s}, ..., {@code R / eta} epochs, and {@code
 * ceil((s_max + 1) * eta^s / (s + 1))} trials, so that each costs about (s_max + 1) * R epochs
 * (algorithm 1 of the JMLR paper, whose R counts units of m). Epochs are rounded to the nearest
 * whole number, see {@link HalvingRungs#downwards}.
 *
 * <p>Example, R = 81, m = 1, eta = 3, 143 trials in all:
 *
 * <pre>{@code
 * s       4            3          2       1     0
 * trials  81           34         15      8     5
 * rungs   1, 3, 9, 27  3, 9, 27   9, 27   27    none
 * }</pre>
 */
final class HyperbandCycle {

  private HyperbandCycle() {}

  static List<BracketShape> shapes(int minEpochs, int eta, int maxEpochs) {
    int highest = HalvingRungs.highestPower(minEpochs, eta, maxEpochs);
    return IntStream.iterate(highest, s -> s >= 0, s -> s - 1)
        .mapToObj(
            s -> new BracketShape(size(highest, eta, s), HalvingRungs.downwards(maxEpochs, eta, s)))
        .toList();
  }

  private static int size(int highest, int eta, int s) {
    long dividend = (highest + 1) * HalvingRungs.power(eta, s);
    return Math.toIntExact((dividend + s) / (s + 1));
  }
}
