package sweep4j.driver.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.config.SweepFileWriter;
import sweep4j.driver.leaderboard.Leaderboard;
import sweep4j.driver.leaderboard.LeaderboardTable;
import sweep4j.driver.spark.SparkStartException;
import sweep4j.driver.spark.SparkTrialExecutor;
import sweep4j.driver.study.Journal;
import sweep4j.driver.study.Provenance;
import sweep4j.driver.study.RunFolder;
import sweep4j.driver.study.Study;
import sweep4j.driver.study.TrialExecutor;
import sweep4j.trial.Goal;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Measurement;
import sweep4j.trial.Score;
import sweep4j.trial.TrialRecord;
import sweep4j.worker.data.PreparedData;

/** One run of a sweep from checked input to the printed leaderboard. */
final class SweepRun {

  private static final int SHOWN_ROWS = 10;

  private final SweepDefinition sweep;
  private final PreparedData data;
  private final RunStart start;
  private final PrintWriter out;
  private final boolean quiet;

  SweepRun(
      SweepDefinition sweep, PreparedData data, RunStart start, PrintWriter out, boolean quiet) {
    this.sweep = sweep;
    this.data = data;
    this.start = start;
    this.out = out;
    this.quiet = quiet;
  }

  /** Runs what is left of the sweep and returns the exit status. */
  int execute(@Nullable String master)
      throws BadInput, SparkStartException, IOException, InterruptedException {
    RunFolder folder = start.folder();
    try (var executor = SparkTrialExecutor.start(sweep.name(), master, data, sweep.workload());
        Journal journal = openJournal(executor.preflight())) {
      if (!quiet) {
        Summary.lines(sweep, data).forEach(out::println);
        out.println("run folder: " + folder.path());
        out.flush();
      }
      var files = new RunFiles(sweep, data, folder, start.known());
      List<TrialRecord> ended = runTrials(executor, journal, files);
      TrialRecord best = Leaderboard.of(ended, goal()).best();
      if (best == null) {
        report(ended, null, null);
        return ExitStatus.BROKEN;
      }
      files.restoreBest(best, executor);
      report(ended, best, executor.testScore(files.bestModel()));
      return ExitStatus.SUCCESS;
    }
  }

  private List<TrialRecord> runTrials(TrialExecutor executor, Journal journal, RunFiles files)
      throws IOException, InterruptedException {
    try (var progress = Progress.of(sweep, quiet, start.known())) {
      return new Study(
              sweep.sampler(),
              sweep.space(),
              goal(),
              sweep.seed(),
              executor,
              journal,
              new Listeners(List.of(files, progress)),
              start.known())
          .run();
    }
  }

  private Goal goal() {
    return sweep.workload().metric().goal();
  }

  private Journal openJournal(String nativeBuild) throws BadInput, IOException {
    RunFolder folder = start.folder();
    var former = start.former();
    if (former != null) {
      return Journal.resume(folder.journal(), former.length());
    }
    try {
      Files.createDirectories(folder.path());
    } catch (IOException e) {
      throw new BadInput(
          folder.path() + " cannot be made: choose another --out (" + e.getMessage() + ")");
    }
    folder.replace(folder.sweepFile(), SweepFileWriter.write(sweep));
    return Journal.create(
        folder.journal(),
        new Provenance(
            sweep.name(),
            data.contentHash(),
            Version.text(),
            nativeBuild,
            Instant.now().toString()));
  }

  private void report(
      List<TrialRecord> ended, @Nullable TrialRecord best, @Nullable Score testScore) {
    List<Hyperparameter> parameters = sweep.space().hyperparameters();
    out.println();
    out.print(
        new LeaderboardTable(data.task(), parameters)
            .text(Leaderboard.of(ended, goal()), SHOWN_ROWS));
    out.println();
    Measurement measurement = best == null ? null : best.result().measurement();
    if (best == null || measurement == null || testScore == null) {
      out.println("No trial completed; the column 'error' of the leaderboard says why.");
    } else {
      out.println(Sentences.best(best, measurement, testScore, data.task(), data.test().size()));
      out.println("best model: " + start.folder().best());
    }
    out.println("leaderboard (%d rows): %s".formatted(ended.size(), start.folder().leaderboard()));
    out.flush();
  }
}
