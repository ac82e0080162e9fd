package sweep4j.driver.standings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.ConfirmPlan;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.confirm.Candidates;
import sweep4j.driver.confirm.Confirmation;
import sweep4j.driver.confirm.Design;
import sweep4j.driver.leaderboard.Leaderboard;
import sweep4j.trial.Goal;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;

/**
 * The repeats that tell which of a sweep's best trials is the best. Repeats that a journal has of
 * trials that are no longer among the best stay there, and are not heard of.
 *
 * @param requests numbered by their places
 */
public record ConfirmTask(
    Candidates candidates, Design design, List<TrialRequest> requests, Goal goal) {

  /**
   * What is to be done.
   *
   * @param leaderboard by validation
   * @return null if the sweep wants none, or has no trial to confirm
   */
  public static @Nullable ConfirmTask of(SweepDefinition sweep, Leaderboard leaderboard) {
    ConfirmPlan plan = sweep.confirm();
    if (plan == null) {
      return null;
    }
    List<TrialRecord> best = leaderboard.best(plan.top());
    if (best.isEmpty()) {
      return null;
    }
    Candidates candidates = Candidates.of(best, sweep.workload().fixed(), sweep.defaults());
    var design = new Design(plan.parts(), plan.repeatsOfEach(), sweep.seed());
    return new ConfirmTask(
        candidates, design, design.requests(candidates.all()), sweep.workload().metric().goal());
  }

  /** How many of the repeats are among {@code ended}, which are numbered 0. */
  public int done(Map<TrialRequest, TrialResult> ended) {
    return (int) requests.stream().filter(each -> ended.containsKey(each.numbered(0))).count();
  }

  /** What {@code ended} show; null as long as a repeat is missing. */
  public @Nullable Confirmation concluded(Map<TrialRequest, TrialResult> ended) {
    var results = new ArrayList<TrialResult>();
    for (TrialRequest request : requests) {
      TrialResult result = ended.get(request.numbered(0));
      if (result == null) {
        return null;
      }
      results.add(result);
    }
    return concluded(results);
  }

  /** What results show that are in the order of the requests. */
  public Confirmation concluded(List<TrialResult> results) {
    return Confirmation.of(design, candidates, results, goal);
  }
}
