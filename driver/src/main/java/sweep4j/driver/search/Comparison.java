package sweep4j.driver.search;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A trial among those that it is compared with at a rung.
 *
 * @param own its score
 * @param scores all that are compared, its own included
 */
record Comparison(RungScore own, List<RungScore> scores) {

  private static final Comparator<RungScore> BEST_FIRST =
      Comparator.comparingDouble(RungScore::cost).thenComparingInt(RungScore::trial);

  /**
   * The comparison of {@code trial}, whose score must be among {@code scores}.
   *
   * @param isPeer which other trials' scores may be there: a decision that saw more would depend on
   *     what happened to have ended
   */
  static Comparison of(int trial, List<RungScore> scores, IntPredicate isPeer) {
    RungScore own = null;
    for (RungScore score : scores) {
      if (score.trial() == trial) {
        own = score;
      } else if (!isPeer.test(score.trial())) {
        throw new IllegalArgumentException(
            "trial %d is no peer of trial %d, but its score was given"
                .formatted(score.trial(), trial));
      }
    }
    if (own == null) {
      throw new IllegalArgumentException("the score of trial " + trial + " itself is missing");
    }
    return new Comparison(own, scores);
  }

  /** The same without the others that have no finite cost. */
  Comparison withFiniteOthers() {
    return new Comparison(
        own,
        scores.stream()
            .filter(score -> score.trial() == own.trial() || Double.isFinite(score.cost()))
            .toList());
  }

  /** The costs of the others, in no order that means anything. */
  double[] costsOfOthers() {
    return scores.stream()
        .filter(score -> score.trial() != own.trial())
        .mapToDouble(RungScore::cost)
        .toArray();
  }

  /** The trial's rank, from 1; the lower number first among equals. */
  int rank() {
    return 1 + (int) scores.stream().filter(other -> BEST_FIRST.compare(other, own) < 0).count();
  }

  /** The cost of the trial of {@code rank}, from 1. */
  double costOf(int rank) {
    return scores.stream()
        .mapToDouble(RungScore::cost)
        .sorted()
        .skip(rank - 1L)
        .findFirst()
        .orElseThrow();
  }

  /** How many are compared, the trial itself included. */
  int compared() {
    return scores.size();
  }

  /** The decision that {@code goesOn}; without others, {@code threshold} decided nothing. */
  Decision decision(boolean goesOn, double threshold) {
    return new Decision(goesOn, rank(), compared(), compared() == 1 ? Double.NaN : threshold);
  }
}
