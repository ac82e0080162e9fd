package sweep4j.driver.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.config.SweepFileWriter;
import sweep4j.driver.confirm.Confirmation;
import sweep4j.driver.leaderboard.Leaderboard;
import sweep4j.driver.leaderboard.LeaderboardTable;
import sweep4j.driver.spark.Preflight;
import sweep4j.driver.spark.SparkRequest;
import sweep4j.driver.spark.SparkStartException;
import sweep4j.driver.spark.SparkTrialExecutor;
import sweep4j.driver.spark.Split;
import sweep4j.driver.spark.SweepData;
import sweep4j.driver.standings.ConfirmTask;
import sweep4j.driver.standings.Standings;
import sweep4j.driver.study.History;
import sweep4j.driver.study.Journal;
import sweep4j.driver.study.JournalReader;
import sweep4j.driver.study.Provenance;
import sweep4j.driver.study.Refitted;
import sweep4j.driver.study.RunFolder;
import sweep4j.driver.study.StudyEnd;
import sweep4j.driver.watch.WatchedPage;
import sweep4j.trial.DataParallel;
import sweep4j.trial.RefitOutcome;
import sweep4j.trial.RefitPlan;
import sweep4j.trial.RefitRequest;
import sweep4j.trial.Score;
import sweep4j.trial.TrialRecord;
import sweep4j.worker.data.PreparedData;

/** One run of a sweep from checked input to the printed leaderboard. */
final class SweepRun {

  private static final int SHOWN_ROWS = 10;
  private static final int SECONDS_WITHOUT_EXECUTORS = 20;

  private final SweepDefinition sweep;
  private final PreparedData data;
  private final List<String> remarks;
  private final RunFolder folder;
  private final JournalReader.@Nullable Content former;
  private final EarlierRun earlier;
  private final PrintWriter out;
  private final PrintStream err;
  private final boolean quiet;
  private final @Nullable WatchedPage watched;

  /**
   * A run in {@code folder}, which this process has claimed.
   *
   * @param remarks on the network, for the summary
   * @param former what an earlier run left there; null for a new run
   * @param earlier the other run that the sampler learns from
   * @param watched shows the report while it runs; null for none
   */
  SweepRun(
      SweepDefinition sweep,
      PreparedData data,
      List<String> remarks,
      RunFolder folder,
      JournalReader.@Nullable Content former,
      EarlierRun earlier,
      PrintWriter out,
      PrintStream err,
      boolean quiet,
      @Nullable WatchedPage watched) {
    this.sweep = sweep;
    this.data = data;
    this.remarks = remarks;
    this.folder = folder;
    this.former = former;
    this.earlier = earlier;
    this.out = out;
    this.err = err;
    this.quiet = quiet;
    this.watched = watched;
  }

  /**
   * Runs what is left of the sweep and returns the exit status.
   *
   * @param master where to run; null to leave it to spark-submit
   * @param jars that executors need for it, as full paths
   */
  int execute(@Nullable String master, List<String> jars)
      throws SparkStartException, RunBroke, InterruptedException {
    try (var executor =
        SparkTrialExecutor.start(
            new SparkRequest(sweep.name(), master, jars, sweep.resources()),
            new SweepData(data, sweep.data(), sweep.seed(), sweep.delivery()),
            sweep.workload(),
            sweep.limits())) {
      return execute(executor);
    } catch (SparkStartException | InterruptedException e) {
      throw e;
    } catch (Exception e) {
      // All of them, as the compiler cannot know that Scala's code throws its SparkException.
      String next = isInUse() ? "\n" + Interruption.howToGoOn(folder) : "";
      throw new RunBroke("The run broke: " + e.getMessage() + next, e);
    }
  }

  /** Spark waits for executors for ever, and without a word. */
  private Preflight preflight(SparkTrialExecutor executor) throws SparkStartException {
    var clock = new ClockThread("executors");
    clock.after(
        TimeUnit.SECONDS.toNanos(SECONDS_WITHOUT_EXECUTORS),
        () -> {
          if (!executor.hasExecutors()) {
            err.println(Sentences.noExecutors(SECONDS_WITHOUT_EXECUTORS, sweep.resources()));
          }
        });
    try {
      return executor.preflight();
    } finally {
      clock.stop();
    }
  }

  private boolean isInUse() {
    try {
      return folder.isInUse();
    } catch (IOException e) {
      // Of what broke the run, and not of this, the user must hear.
      return former != null;
    }
  }

  private int execute(SparkTrialExecutor executor)
      throws SparkStartException, IOException, InterruptedException {
    if (!quiet) {
      Summary.lines(sweep, data, remarks, earlier).forEach(out::println);
      if (!executor.delivery().isEmpty()) {
        out.println("delivery: " + executor.delivery());
      }
      out.println("run folder: " + folder.location());
      out.flush();
    }
    executor.remarks().forEach(err::println);
    Preflight preflight = preflight(executor);
    if (!quiet) {
      GpuText.lines(sweep, data, preflight).forEach(out::println);
      out.flush();
    }
    try (Journal journal = openJournal(preflight.nativeBuild());
        var report = new ReportFile(sweep, folder, err, watched)) {
      History history = former == null ? History.none() : former.history();
      var trials = new SweepTrials(sweep, earlier.sampler(sweep), data, folder, history);
      long start = System.nanoTime();
      StudyEnd end = trials.run(executor, journal, quiet, err, report);
      RunFiles files = trials.files();
      // As if no trial had been tested, which comes last.
      Leaderboard byValidation = Standings.byValidation(sweep, end.trials());
      ConfirmTask task = end.stoppedBy() == null ? ConfirmTask.of(sweep, byValidation) : null;
      Repeats.End repeats =
          task == null
              ? new Repeats.End(null, end.stoppedBy())
              : new Repeats(sweep, folder, executor, journal, history)
                  .run(task, Duration.ofNanos(System.nanoTime() - start), quiet, err);
      Confirmation confirmation = repeats.confirmation();
      Leaderboard leaderboard =
          confirmation == null ? byValidation : byValidation.confirmed(confirmation.trials());
      print(leaderboard);
      if (confirmation != null) {
        out.println();
        ConfirmText.lines(confirmation, byValidation, sweep).forEach(out::println);
        out.println();
      }
      String stoppedBy = repeats.stoppedBy();
      if (stoppedBy != null) {
        out.println(Interruption.stopped(stoppedBy, folder));
      }
      TrialRecord best = leaderboard.best();
      if (best == null) {
        out.println("No trial completed; the column 'error' of the leaderboard says why.");
        return ExitStatus.BROKEN;
      }
      var retraining =
          new Retraining(executor, sweep.workload().maxEpochs(), sweep.limits().maxAttempts());
      String different = files.restoreBest(best, judge(executor), retraining);
      if (different != null) {
        out.println("best model: none; " + different + ".");
        return ExitStatus.SUCCESS;
      }
      if (stoppedBy != null) {
        // The test split is looked at once, when all has been chosen.
        out.println("best model: " + folder.location(RunFolder.BEST));
        return ExitStatus.SUCCESS;
      }
      List<TrialRecord> kept = leaderboard.best(sweep.wantedModels());
      String missing = kept.size() > 1 ? files.restore(kept, retraining) : null;
      // Before any look at the test split: nothing is chosen after it.
      var ensembles = new Ensembles(data, folder, files.models(), executor::answers);
      EnsembleChoice choice =
          sweep.ensemble().wanted()
              ? ensembles.choose(leaderboard.best(sweep.ensemble().top()), missing)
              : null;
      var lastLook = new LastLook(files, judge(executor), journal, history.tested());
      List<TrialRecord> top = leaderboard.best(sweep.test().top());
      Map<Integer, Double> tested = lastLook.score(top);
      LeaderboardFile.write(sweep, folder, leaderboard.tested(tested, sweep.test().top()));
      out.println(Sentences.best(best, Objects.requireNonNull(tested.get(best.trial())), data));
      out.println("best model: " + folder.location(RunFolder.BEST));
      if (top.size() > 1) {
        TestText.lines(top, tested, data.task()).forEach(out::println);
        if (missing != null && top.stream().anyMatch(trial -> !tested.containsKey(trial.trial()))) {
          out.println("test: not of all; " + missing + ".");
        }
        lastLook.leftOut().forEach(out::println);
      }
      if (choice != null) {
        print(choice, ensembles);
      }
      RefitPlan refit = sweep.refit();
      if (refit != null) {
        out.flush();
        print(
            new Refits(sweep, data, folder, place(executor), journal),
            refit,
            best,
            tested,
            history.refitted());
      }
      return ExitStatus.SUCCESS;
    } finally {
      out.flush();
    }
  }

  private void print(
      Refits refits,
      RefitPlan plan,
      TrialRecord best,
      Map<Integer, Double> tested,
      @Nullable Refitted former)
      throws IOException, InterruptedException {
    try {
      Refitted refitted = refits.refit(plan, best, former);
      out.println();
      RefitText.lines(refitted, tested.get(best.trial()), true, data.task()).forEach(out::println);
      out.println("refit: " + folder.location(RunFolder.REFIT));
    } catch (Refits.Failed e) {
      out.println("refit: none; " + e.getMessage() + ".");
    }
  }

  private static Refits.Place place(SparkTrialExecutor executor) {
    return new Refits.Place() {
      @Override
      public CompletableFuture<RefitOutcome> refit(
          RefitRequest request, @Nullable DataParallel how) {
        return executor.refit(request, how);
      }

      @Override
      public double test(String name, byte[] model) throws IOException {
        return executor.quality(name, model, Split.TEST);
      }
    };
  }

  private static LastLook.Judge judge(SparkTrialExecutor executor) {
    return new LastLook.Judge() {
      @Override
      public Score validation(String name, byte[] model) {
        return executor.score(name, model, Split.VALIDATION);
      }

      @Override
      public double test(String name, byte[] model) throws IOException {
        return executor.quality(name, model, Split.TEST);
      }
    };
  }

  private void print(EnsembleChoice choice, Ensembles ensembles)
      throws IOException, InterruptedException {
    if (choice instanceof EnsembleChoice.Chosen chosen) {
      EnsembleText.lines(
              chosen.trials().size(),
              ensembles.test(chosen),
              data.task(),
              folder.location(RunFolder.ENSEMBLE))
          .forEach(out::println);
    } else if (choice instanceof EnsembleChoice.None none) {
      out.println("ensemble: none; " + none.why() + ".");
    }
  }

  private Journal openJournal(String nativeBuild) throws IOException {
    // Of a run that goes on, its limits may have changed.
    folder.replace(RunFolder.SWEEP_FILE, SweepFileWriter.write(sweep));
    if (former == null) {
      return Journal.create(
          folder.journal(),
          new Provenance(
              sweep.name(),
              Data.inWords(data),
              data.contentHash(),
              Version.text(),
              nativeBuild,
              Instant.now().toString()),
          earlier.priors());
    }
    if (!former.nativeBuild().equals(nativeBuild)) {
      err.printf(
          "This run began on '%s' and goes on on '%s': scores may differ in their last digits.%n",
          former.nativeBuild(), nativeBuild);
    }
    if (former.torn() != null) {
      err.println(
          former.torn()
              + ". A kill leaves that of a write that was not finished; it is cut off, and what it"
              + " was to say is found out again.");
    }
    return Journal.resume(folder.journal(), former.length());
  }

  private void print(Leaderboard leaderboard) {
    out.println();
    out.print(
        new LeaderboardTable(data.task(), sweep.space().hyperparameters())
            .text(leaderboard, SHOWN_ROWS));
    out.println();
    Sentences.edges(leaderboard, sweep).forEach(out::println);
    out.println(
        "leaderboard (%d rows): %s"
            .formatted(leaderboard.rows().size(), folder.location(RunFolder.LEADERBOARD)));
    out.println("report: " + folder.location(RunFolder.REPORT));
    out.flush();
  }
}
