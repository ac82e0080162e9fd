package sweep4j.driver.confirm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Repeat;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.Tunable;

/**
 * The configurations that are compared once more.
 *
 * @param all the best trials in the order of their ranks, at least one; behind them the defaults,
 *     unless one of these trials has them
 * @param defaults the one of them in which nothing that the sweep searches is set
 */
public record Candidates(List<Candidate> all, Candidate defaults) {
  public Candidates {
    all = List.copyOf(all);
    if (all.isEmpty() || !all.get(0).isTrial()) {
      throw new IllegalArgumentException("the first candidate is a trial, but got " + all);
    }
  }

  /**
   * The candidates of a sweep.
   *
   * @param best trials, in the order of their ranks
   * @param fixed what holds in all trials
   * @param defaults what a trial of the defaults would set
   */
  public static Candidates of(
      List<TrialRecord> best, Hyperparameters fixed, Hyperparameters defaults) {
    var all = new ArrayList<Candidate>();
    best.forEach(trial -> all.add(new Candidate(trial.trial(), trial.request().hyperparameters())));
    Hyperparameters wanted = fixed.with(defaults);
    for (Candidate candidate : all) {
      if (areEqual(fixed.with(candidate.hyperparameters()), wanted)) {
        return new Candidates(all, candidate);
      }
    }
    var added = new Candidate(Repeat.DEFAULTS, defaults);
    all.add(added);
    return new Candidates(all, added);
  }

  private static boolean areEqual(Hyperparameters one, Hyperparameters other) {
    Set<Tunable> named = new HashSet<>(one.set().keySet());
    named.addAll(other.set().keySet());
    return named.stream().allMatch(each -> one.value(each).equals(other.value(each)));
  }
}
