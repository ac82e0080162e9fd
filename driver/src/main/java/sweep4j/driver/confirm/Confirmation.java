package sweep4j.driver.confirm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Goal;
import sweep4j.trial.Measurement;
import sweep4j.trial.TrialResult;

/**
 * What came of training a sweep's best configurations again.
 *
 * @param design how they were
 * @param trials the best first, by their means
 * @param defaults what is known of the defaults, also where they are a trial; null if nothing is
 * @param seconds wall time of a repeat, on average
 * @param unconfirmed those of which repeats came to nothing, and which are not compared
 */
public record Confirmation(
    Design design,
    List<Confirmed> trials,
    @Nullable Confirmed defaults,
    double seconds,
    List<Unconfirmed> unconfirmed) {

  /**
   * A configuration that did not always come to its end.
   *
   * @param failed how many of its repeats
   * @param error of the first of them
   */
  public record Unconfirmed(Candidate candidate, int failed, String error) {}

  /**
   * The scores of a candidate.
   *
   * @param costs by fold, lower is better
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Scores(Candidate candidate, double[] costs) {
    double mean() {
      return Interval.of(costs).mean();
    }
  }

  public Confirmation {
    trials = List.copyOf(trials);
    unconfirmed = List.copyOf(unconfirmed);
  }

  /**
   * Draws the conclusions.
   *
   * @param results of {@link Design#requests}, in their order
   */
  public static Confirmation of(
      Design design, Candidates candidates, List<TrialResult> results, Goal goal) {
    if (results.size() != design.trainings() * candidates.all().size()) {
      throw new IllegalArgumentException(
          "%d candidates have %d repeats each, but got %d results"
              .formatted(candidates.all().size(), design.trainings(), results.size()));
    }
    var scored = new ArrayList<Scores>();
    var unconfirmed = new ArrayList<Unconfirmed>();
    for (int i = 0; i < candidates.all().size(); i++) {
      Candidate candidate = candidates.all().get(i);
      List<TrialResult> own = ownOf(i, candidates.all().size(), results);
      List<TrialResult> failed = own.stream().filter(each -> each.measurement() == null).toList();
      if (failed.isEmpty()) {
        scored.add(new Scores(candidate, costs(design, own, goal)));
      } else {
        unconfirmed.add(
            new Unconfirmed(
                candidate, failed.size(), Objects.toString(failed.get(0).error(), "no reason")));
      }
    }
    List<Confirmed> confirmed = compared(design, scored, goal);
    return new Confirmation(
        design,
        confirmed.stream().filter(each -> each.candidate().isTrial()).toList(),
        confirmed.stream()
            .filter(each -> each.candidate().equals(candidates.defaults()))
            .findFirst()
            .orElse(null),
        results.stream().mapToDouble(TrialResult::seconds).average().orElse(0),
        unconfirmed);
  }

  private static List<TrialResult> ownOf(int candidate, int of, List<TrialResult> results) {
    var own = new ArrayList<TrialResult>();
    for (int i = candidate; i < results.size(); i += of) {
      own.add(results.get(i));
    }
    return own;
  }

  /** Of repeats with the same fold the mean: they share its rows, and count as one. */
  private static double[] costs(Design design, List<TrialResult> own, Goal goal) {
    var costs = new double[design.folds()];
    for (int number = 0; number < own.size(); number++) {
      Measurement measurement = Objects.requireNonNull(own.get(number).measurement());
      costs[number % design.folds()] += goal.cost(measurement.objective()) / design.repeats();
    }
    return costs;
  }

  /** In the order of their means; equals stay in the order in which validation has them. */
  private static List<Confirmed> compared(Design design, List<Scores> scored, Goal goal) {
    Optional<Scores> found =
        scored.stream()
            .filter(each -> each.candidate().isTrial())
            .min(Comparator.comparingDouble(Scores::mean));
    if (found.isEmpty()) {
      return List.of();
    }
    Scores best = found.get();
    List<Scores> others =
        scored.stream().filter(each -> !each.candidate().equals(best.candidate())).toList();
    List<PairedTest> tests =
        others.stream().map(each -> PairedTest.of(each.costs(), best.costs())).toList();
    double[] ps = Holm.adjusted(tests.stream().mapToDouble(PairedTest::p).toArray());
    var confirmed = new ArrayList<Confirmed>();
    confirmed.add(new Confirmed(best.candidate(), objective(best, goal), null));
    for (int i = 0; i < tests.size(); i++) {
      Scores other = others.get(i);
      confirmed.add(
          new Confirmed(
              other.candidate(),
              objective(other, goal),
              behind(design, tests.get(i), ps[i], tests.size())));
    }
    confirmed.sort(Comparator.comparingDouble(each -> goal.cost(each.objective().mean())));
    return confirmed;
  }

  private static Confirmed.Behind behind(Design design, PairedTest test, double p, int compared) {
    // What is not told apart now is not at this level either: so it takes more than there are.
    OptionalInt pairs = test.needed(Confirmed.LEVEL / compared);
    return new Confirmed.Behind(
        test.mean(),
        p,
        Math.min(1.0, compared * test.turned().p()),
        pairs.isPresent()
            ? OptionalInt.of(pairs.getAsInt() * design.repeats())
            : OptionalInt.empty());
  }

  private static Interval objective(Scores scores, Goal goal) {
    double[] objectives = scores.costs().clone();
    for (int i = 0; i < objectives.length; i++) {
      // A cost is an objective or its negative, whichever is lower when better.
      objectives[i] = goal.cost(objectives[i]);
    }
    return Interval.of(objectives);
  }
}
