package sweep4j.driver.search;

import java.util.List;
import java.util.stream.IntStream;
import sweep4j.driver.space.Domain;

/**
 * Which levels of an unordered parameter are worth more trials. A level is dropped only on evidence
 * against it: it has had at least {@value #FEWEST_TRIALS} trials, and the best of them ranks so low
 * that, were all levels alike, the chance of it would be below {@value #CHANCE}.
 *
 * <p>Were they alike, the m trials of a level would be a random draw from all n. The best of them
 * has b better trials before it when none of the m is among those b, of which the chance is
 *
 * <pre>{@code (n-m)/n * (n-m-1)/(n-1) * ... * (n-m-b+1)/(n-b+1)}</pre>
 *
 * (hypergeometric). The level of the best trial has b = 0 and chance 1, so it stays. Ties are no
 * evidence: only lower costs count as better. Trials without a cost come after all others, so a
 * level that always diverges goes. Each round judges all levels anew: one that was dropped may
 * return.
 */
final class LevelEvidence {
  static final int FEWEST_TRIALS = 3;
  static final double CHANCE = 0.05;

  private LevelEvidence() {}

  /**
   * The levels that stay, in order; at least one.
   *
   * @param trials those in which the parameter exists
   * @param dimension of the parameter in their points
   */
  static List<Integer> keptLevels(Domain domain, List<Observation> trials, int dimension) {
    int[] levels =
        trials.stream().mapToInt(each -> domain.levelAt(each.point()[dimension])).toArray();
    double[] costs = trials.stream().mapToDouble(LevelEvidence::cost).toArray();
    return IntStream.range(0, domain.levels())
        .filter(level -> stays(level, levels, costs))
        .boxed()
        .toList();
  }

  /** Any cost that is not finite says the same: none. */
  private static double cost(Observation trial) {
    return Double.isFinite(trial.cost()) ? trial.cost() : Double.POSITIVE_INFINITY;
  }

  private static boolean stays(int level, int[] levels, double[] costs) {
    int own = 0;
    double best = Double.POSITIVE_INFINITY;
    for (int trial = 0; trial < levels.length; trial++) {
      if (levels[trial] == level) {
        own++;
        best = Math.min(best, costs[trial]);
      }
    }
    int better = 0;
    for (double cost : costs) {
      better += cost < best ? 1 : 0;
    }
    return own < FEWEST_TRIALS || chance(levels.length, own, better) >= CHANCE;
  }

  /** That none of {@code own} trials is among the {@code better} best of {@code all}. */
  static double chance(int all, int own, int better) {
    double chance = 1.0;
    for (int i = 0; i < better; i++) {
      chance *= (double) (all - own - i) / (all - i);
    }
    return chance;
  }
}
