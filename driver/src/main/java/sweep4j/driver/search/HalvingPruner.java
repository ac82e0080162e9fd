package sweep4j.driver.search;

import java.util.List;
import sweep4j.driver.search.Brackets.Bracket;

/**
 * Successive halving in brackets. From a rung with n trials to compare, the best {@code floor(n /
 * eta)} go on, but at least one; among equals the lower number goes first, and a trial of infinite
 * cost never goes on.
 *
 * <p>Trials that ended by themselves are compared, and take their places: what they achieved need
 * not be trained again. Those that ended early are still there at every later rung, also where they
 * would have been pruned long before. So n is at most what a bracket without any such trials has
 * left there, {@code floor(size / eta^rung)}: otherwise a bracket in which most trials diverge
 * would prune none of the others.
 *
 * <p>Nobody waits in a circle: a trial at a rung waits for those of its own bracket, and to start
 * one needs at most that all brackets but its own and the one before have ended. Two brackets
 * overlap, so the slots that stragglers of one leave free have work in the next.
 */
final class HalvingPruner implements Pruner {
  private final Brackets brackets;
  private final int eta;

  HalvingPruner(Brackets brackets, int eta) {
    this.brackets = brackets;
    this.eta = eta;
  }

  @Override
  public List<Integer> rungs(int trial) {
    return brackets.of(trial).rungs();
  }

  @Override
  public int bracket(int trial) {
    return brackets.of(trial).number();
  }

  @Override
  public List<Integer> peers(int trial, int rung) {
    Bracket bracket = brackets.of(trial);
    PruningChecks.requireRung(rung, bracket.rungs());
    return new Others(bracket.first(), bracket.end(), trial);
  }

  @Override
  public Decision decide(int trial, int rung, List<RungScore> scores) {
    Bracket bracket = brackets.of(trial);
    PruningChecks.requireRung(rung, bracket.rungs());
    var comparison = Comparison.of(trial, scores, bracket::has);
    int places = places(Math.min(comparison.compared(), left(bracket.size(), rung)));
    boolean goesOn =
        comparison.rank() <= places && comparison.own().cost() < Double.POSITIVE_INFINITY;
    return comparison.decision(goesOn, comparison.costOf(places));
  }

  /** How many of {@code size} trials come as far as {@code rung} when none ends by itself. */
  private int left(int size, int rung) {
    int left = size;
    for (int lower = 0; lower < rung; lower++) {
      left = places(left);
    }
    return left;
  }

  private int places(int compared) {
    return Math.max(1, compared / eta);
  }

  @Override
  public Horizon horizon() {
    return trial -> {
      int first = brackets.of(trial).first();
      return first == 0 ? 0 : brackets.of(first - 1).first();
    };
  }
}
