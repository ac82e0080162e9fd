package sweep4j.driver.standings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.confirm.Confirmation;
import sweep4j.driver.leaderboard.Leaderboard;
import sweep4j.driver.study.History;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;

/**
 * Leaderboards of a run, with all that its journal knows besides its trials.
 *
 * @param repeats how they ended, by what was asked for, numbered 0
 * @param tested scores on the test split, by trial
 */
public record Standings(
    SweepDefinition sweep, Map<TrialRequest, TrialResult> repeats, Map<Integer, Double> tested) {

  /** Of a run with this history, as it is now. */
  public static Standings of(SweepDefinition sweep, History history) {
    return new Standings(sweep, history.repeats(), history.tested());
  }

  /** The leaderboard of {@code trials}. */
  public Leaderboard leaderboard(List<TrialRecord> trials) {
    Leaderboard leaderboard = byValidation(sweep, trials);
    Confirmation confirmation = confirmation(leaderboard);
    return (confirmation == null ? leaderboard : leaderboard.confirmed(confirmation.trials()))
        .tested(tested, sweep.test().top());
  }

  /** The leaderboard of {@code trials} as if none had been confirmed or tested. */
  public static Leaderboard byValidation(SweepDefinition sweep, List<TrialRecord> trials) {
    return Leaderboard.of(trials, sweep.data().task(), sweep.workload().metric().goal());
  }

  /**
   * What repeats have shown; null if they have not all ended.
   *
   * @param byValidation all trials
   */
  public @Nullable Confirmation confirmation(Leaderboard byValidation) {
    ConfirmTask task = ConfirmTask.of(sweep, byValidation);
    return task == null ? null : task.concluded(repeats);
  }
}
