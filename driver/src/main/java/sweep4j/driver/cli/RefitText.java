package sweep4j.driver.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.leaderboard.Rounded;
import sweep4j.driver.study.Refitted;
import sweep4j.trial.DataParallel;
import sweep4j.trial.Task;

/** What the winner's configuration is worth when trained anew, in words. */
final class RefitText {

  private RefitText() {}

  /**
   * The lines.
   *
   * @param own score of the trial itself on the test split; null where it is not known
   * @param wins whether that trial is the best; after the refit, a confirmation may find another
   */
  static List<String> lines(Refitted refitted, @Nullable Double own, boolean wins, Task task) {
    String quality = task == Task.CLASSIFICATION ? "accuracy" : "rmse";
    DataParallel how = refitted.plan().dataParallel();
    var scores = new ArrayList<String>();
    if (own != null) {
      scores.add(
          (wins ? "winner " : "trial %d itself ".formatted(refitted.trial())) + Rounded.text(own));
    }
    Double single = refitted.single();
    if (single != null) {
      scores.add("refit, single " + Rounded.text(single));
    }
    scores.add(
        how == null
            ? "refit, single " + Rounded.text(refitted.quality())
            : "refit, data_parallel (%d workers) %s"
                .formatted(how.workers(), Rounded.text(refitted.quality())));
    var lines = new ArrayList<String>();
    lines.add(
        "refit: trial %d anew, %d epochs on %d rows (%s), in %s"
            .formatted(
                refitted.trial(),
                refitted.epochs(),
                refitted.rows(),
                refitted.plan().rows().key(),
                seconds(refitted)));
    lines.add("test %s: %s".formatted(quality, String.join("; ", scores)));
    return lines;
  }

  private static String seconds(Refitted refitted) {
    Double single = refitted.singleSeconds();
    String own = String.format(Locale.ROOT, "%.1f s", refitted.seconds());
    return single == null ? own : own + String.format(Locale.ROOT, " (single: %.1f s)", single);
  }
}
