package sweep4j.driver.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.confirm.Confirmation;
import sweep4j.driver.leaderboard.Leaderboard;
import sweep4j.driver.report.EnsembleOutcome;
import sweep4j.driver.report.Outcome;
import sweep4j.driver.report.RefitOutcome;
import sweep4j.driver.report.Report;
import sweep4j.driver.report.ReportedRun;
import sweep4j.driver.report.RunPhase;
import sweep4j.driver.standings.Standings;
import sweep4j.driver.study.History;
import sweep4j.driver.study.JournalReader;
import sweep4j.driver.study.Refitted;
import sweep4j.driver.study.RunFolder;
import sweep4j.driver.study.StudyListener;
import sweep4j.driver.watch.WatchedPage;
import sweep4j.trial.Task;
import sweep4j.trial.TrialRecord;

/**
 * Keeps the file {@code report.html} of a run up to date with its journal, now and then, and in
 * full once closed. No report is worth a run: where one cannot be written, the run says so and goes
 * on.
 */
final class ReportFile implements StudyListener, AutoCloseable {

  /** A short sweep is over by then, and has better to do. */
  private static final Duration FIRST = Duration.ofSeconds(20);

  /** Somebody waits for it, and pays a seventh of a thread at most. */
  private static final int WATCHED_PAUSE = 6;

  private final SweepDefinition sweep;
  private final RunFolder folder;
  private final PrintStream err;
  private final @Nullable WatchedPage watched;
  private final PacedWriting writing;

  private volatile RunPhase phase = RunPhase.RUNNING;

  /**
   * The file of a run in {@code folder}.
   *
   * @param err is told if the report cannot be written
   * @param watched shows it too, and at once; null for none
   */
  ReportFile(
      SweepDefinition sweep, RunFolder folder, PrintStream err, @Nullable WatchedPage watched)
      throws IOException {
    this.sweep = sweep;
    this.folder = folder;
    this.err = err;
    this.watched = watched;
    this.writing =
        new PacedWriting(
            this::tryToWrite,
            new ClockThread("report"),
            watched == null ? FIRST : Duration.ZERO,
            watched == null ? PacedWriting.PAUSE : WATCHED_PAUSE);
    writing.changed();
  }

  @Override
  public void trialEnded(TrialRecord trial) throws IOException {
    writing.changed();
  }

  private void tryToWrite() {
    try {
      Instant now = Instant.now();
      String page =
          page(new StoredRun(folder, sweep, RunRecords.journal(folder, sweep)), phase, now);
      if (watched != null) {
        watched.show(page, now.toString());
      }
      folder.replace(RunFolder.REPORT, page);
    } catch (IOException | BadInput | RuntimeException e) {
      err.println(folder.location(RunFolder.REPORT) + " could not be written: " + e);
    }
  }

  /** Writes the report of a run as its folder has it now. */
  static void write(StoredRun run) throws BadInput, IOException {
    run.folder().replace(RunFolder.REPORT, page(run, RunPhase.UNKNOWN, Instant.now()));
  }

  private static String page(StoredRun run, RunPhase phase, Instant now)
      throws BadInput, IOException {
    JournalReader.Content journal = run.journal();
    var reported =
        new ReportedRun(
            run.sweep(),
            phase,
            EarlierRun.of(run.sweep(), journal).sampler(run.sweep()),
            journal.provenance(),
            journal.history(),
            outcomes(run),
            RunRecords.sweepText(run.folder()),
            now);
    return Report.html(reported);
  }

  private static List<Outcome> outcomes(StoredRun run) throws IOException {
    var outcomes = new ArrayList<Outcome>();
    RunFolder folder = run.folder();
    Leaderboard byValidation = Standings.byValidation(run.sweep(), run.journal().history().ended());
    Confirmation confirmation =
        Standings.of(run.sweep(), run.journal().history()).confirmation(byValidation);
    if (confirmation != null) {
      outcomes.add(ConfirmText.outcome(confirmation, byValidation, run.sweep()));
    }
    if (folder.storage().exists(Ensembles.DESCRIPTION)) {
      outcomes.add(EnsembleOutcome.of(folder.read(Ensembles.DESCRIPTION)));
    }
    History history = run.journal().history();
    Refitted refitted = history.refitted();
    if (refitted != null) {
      Double winner = history.tested().get(refitted.trial());
      String quality = run.sweep().data().task() == Task.CLASSIFICATION ? "accuracy" : "rmse";
      outcomes.add(RefitOutcome.of(refitted, winner == null ? "" : winner, quality));
    }
    return outcomes;
  }

  @Override
  public void close() throws IOException {
    phase = RunPhase.ENDED;
    writing.changed();
    writing.close();
  }
}
