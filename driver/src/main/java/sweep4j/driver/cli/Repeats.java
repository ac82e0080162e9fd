package sweep4j.driver.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.confirm.Confirmation;
import sweep4j.driver.standings.ConfirmTask;
import sweep4j.driver.study.Checkpoints;
import sweep4j.driver.study.History;
import sweep4j.driver.study.Journal;
import sweep4j.driver.study.RepeatSchedule;
import sweep4j.driver.study.RunFolder;
import sweep4j.driver.study.Study;
import sweep4j.driver.study.StudyEnd;
import sweep4j.driver.study.TrialExecutor;
import sweep4j.trial.Limits;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialResult;

/**
 * Trains a sweep's best trials again, as trials are trained: a study of its own, with the same
 * slots, journal, attempts and limits.
 */
final class Repeats {

  /**
   * How they ended.
   *
   * @param confirmation null if they were stopped
   * @param stoppedBy the limit that did, in words; null if none did
   */
  record End(@Nullable Confirmation confirmation, @Nullable String stoppedBy) {}

  private final SweepDefinition sweep;
  private final RunFolder folder;
  private final TrialExecutor executor;
  private final Journal journal;
  private final History history;

  Repeats(
      SweepDefinition sweep,
      RunFolder folder,
      TrialExecutor executor,
      Journal journal,
      History history) {
    this.sweep = sweep;
    this.folder = folder;
    this.executor = executor;
    this.journal = journal;
    this.history = history;
  }

  /**
   * Runs what is left of {@code task}.
   *
   * @param spent of the time that the run may take
   * @param err shows the progress, unless {@code quiet}
   */
  End run(ConfirmTask task, Duration spent, boolean quiet, PrintStream err)
      throws IOException, InterruptedException {
    var schedule = new RepeatSchedule(task.requests(), sweep.workload().maxEpochs());
    History known = history.ofRepeats(task.requests());
    try (var progress =
        Progress.ofRepeats(sweep, task.requests().size(), quiet, known.ended(), err)) {
      StudyEnd end =
          new Study(
                  schedule,
                  schedule::next,
                  executor,
                  journal,
                  new Checkpoints(folder),
                  progress,
                  known,
                  limits(spent))
              .run();
      return end.stoppedBy() == null
          ? new End(task.concluded(results(end.trials())), null)
          : new End(null, end.stoppedBy());
    }
  }

  private static List<TrialResult> results(List<TrialRecord> repeats) {
    return repeats.stream().map(TrialRecord::result).toList();
  }

  /** What is left of the sweep's. A repeat that fails is a finding, and ends nothing. */
  private Limits limits(Duration spent) {
    Limits limits = sweep.limits();
    Duration timeout = limits.timeout();
    Duration left = timeout == null ? null : timeout.minus(spent);
    return new Limits(
        limits.maxAttempts(),
        null,
        left == null || (!left.isNegative() && !left.isZero()) ? left : Duration.ofNanos(1),
        limits.trialTimeout());
  }
}
