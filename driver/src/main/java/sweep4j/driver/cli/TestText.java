package sweep4j.driver.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import sweep4j.driver.leaderboard.Rounded;
import sweep4j.trial.Task;
import sweep4j.trial.TrialRecord;

/** How the best trials did on the test split, as a small table. */
final class TestText {

  private static final String ROW = "%-14s  %19s  %13s";

  private TestText() {}

  /**
   * The lines, those of trials without a score left out.
   *
   * @param top in the order of their ranks
   * @param tested as {@link sweep4j.trial.Score#quality}, by trial
   */
  static List<String> lines(List<TrialRecord> top, Map<Integer, Double> tested, Task task) {
    String quality = task == Task.CLASSIFICATION ? "accuracy" : "rmse";
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add(
        ROW.formatted(
            "best %d trials".formatted(top.size()), "validation " + quality, "test " + quality));
    for (TrialRecord trial : top) {
      Double score = tested.get(trial.trial());
      if (score != null) {
        lines.add(
            ROW.formatted(
                "trial " + trial.trial(),
                Rounded.text(
                    Objects.requireNonNull(trial.result().measurement()).validation().quality()),
                Rounded.text(score)));
      }
    }
    return lines;
  }
}
