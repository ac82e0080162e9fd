package sweep4j.driver.report;

import java.util.List;
import sweep4j.driver.study.Refitted;
import sweep4j.trial.DataParallel;

/** What came of training the winner's configuration anew, as a table. */
public final class RefitOutcome {

  private RefitOutcome() {}

  /**
   * The table.
   *
   * @param own score of the trial itself on the test split; empty where it is not known
   * @param quality what that score is called
   */
  public static Outcome of(Refitted refitted, Object own, String quality) {
    DataParallel how = refitted.plan().dataParallel();
    Double single = refitted.single();
    return new Outcome(
        "Trial %d trained anew".formatted(refitted.trial()),
        List.of(
            "rows",
            "epochs",
            "workers",
            "test " + quality,
            "with one worker",
            "as the sweep trained it"),
        List.of(
            List.of(
                refitted.rows(),
                refitted.epochs(),
                how == null ? 1 : how.workers(),
                refitted.quality(),
                single == null ? "" : (Object) single,
                own)),
        "It learned from %s; it took %.1f s."
            .formatted(refitted.plan().rows().key(), refitted.seconds()));
  }
}
