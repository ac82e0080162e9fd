package sweep4j.driver.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.search.Sampler;
import sweep4j.driver.study.Checkpoints;
import sweep4j.driver.study.History;
import sweep4j.driver.study.Journal;
import sweep4j.driver.study.LongestFirst;
import sweep4j.driver.study.RunFolder;
import sweep4j.driver.study.Schedule;
import sweep4j.driver.study.Study;
import sweep4j.driver.study.StudyEnd;
import sweep4j.driver.study.StudyListener;
import sweep4j.driver.study.TrialExecutor;
import sweep4j.trial.Leg;
import sweep4j.worker.data.PreparedData;

/**
 * What a run does from its first trial to its last: the study with its schedule and its journal,
 * the files that show what has ended, and the progress. Where the trials run is not its business.
 */
public final class SweepTrials {

  private final SweepDefinition sweep;
  private final Sampler sampler;
  private final RunFolder folder;
  private final History history;
  private final RunFiles files;
  private final ExpectedTime expected;

  /**
   * The trials of a run in {@code folder} that goes on from {@code history}.
   *
   * @param sampler that chooses them
   * @param data whose names the best model is stored with
   */
  public SweepTrials(
      SweepDefinition sweep, Sampler sampler, PreparedData data, RunFolder folder, History history)
      throws IOException {
    this.sweep = sweep;
    this.sampler = sampler;
    this.folder = folder;
    this.history = history;
    this.expected = ExpectedTime.of(sweep, data);
    this.files = new RunFiles(sweep, data, folder, history.ended());
  }

  /**
   * Runs what is left of the sweep; see {@link Study#run}. However it ends, the leaderboard shows
   * all that the journal holds.
   *
   * @param err shows the progress, unless {@code quiet}
   */
  public StudyEnd run(TrialExecutor executor, Journal journal, boolean quiet, PrintStream err)
      throws IOException, InterruptedException {
    return run(executor, journal, quiet, err, new StudyListener() {});
  }

  /** As above, told to {@code other} too. */
  StudyEnd run(
      TrialExecutor executor, Journal journal, boolean quiet, PrintStream err, StudyListener other)
      throws IOException, InterruptedException {
    var schedule =
        new Schedule(
            sampler,
            sweep.pruner(),
            sweep.searchedSpace(),
            sweep.workload().metric().goal(),
            sweep.seed(),
            sweep.workload().maxEpochs(),
            history,
            sweep.keptModels());
    try (var leaderboard = new LeaderboardFile(sweep, folder, history);
        var progress = Progress.of(sweep, sampler.trials(), quiet, history.ended(), err)) {
      return new Study(
              schedule,
              ExpectedTime.mayReorder(sweep, sampler)
                  ? new LongestFirst(schedule::next, this::expectedTime)
                  : schedule::next,
              executor,
              journal,
              new Checkpoints(folder),
              new Listeners(List.of(files, leaderboard, other, progress)),
              history,
              sweep.limits())
          .run();
    }
  }

  /** Of what is in the journal already none, as of what comes first. */
  private double expectedTime(Leg leg) {
    return history.knows(leg) ? Double.MAX_VALUE : expected.applyAsDouble(leg);
  }

  /** The networks that the run keeps. */
  RunFiles files() {
    return files;
  }
}
