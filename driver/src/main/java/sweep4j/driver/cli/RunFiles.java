package sweep4j.driver.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.leaderboard.Leaderboard;
import sweep4j.driver.leaderboard.LeaderboardCsv;
import sweep4j.driver.study.BestModel;
import sweep4j.driver.study.RunFolder;
import sweep4j.driver.study.Study;
import sweep4j.driver.study.StudyListener;
import sweep4j.driver.study.TrialExecutor;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialState;
import sweep4j.worker.data.PreparedData;

/** Keeps the files of a run's folder up to date with its journal. */
final class RunFiles implements StudyListener {

  private final SweepDefinition sweep;
  private final RunFolder folder;
  private final LeaderboardCsv csv;
  private final BestModel best;
  private final List<TrialRecord> ended;

  /** The files of a run in which {@code known} trials have ended already. */
  RunFiles(SweepDefinition sweep, PreparedData data, RunFolder folder, List<TrialRecord> known)
      throws IOException {
    this.sweep = sweep;
    this.folder = folder;
    this.csv = new LeaderboardCsv(data.task(), sweep.space().hyperparameters());
    this.best = new BestModel(folder, data.featureNames(), data.classNames());
    this.ended = new ArrayList<>(known);
    writeLeaderboard();
  }

  @Override
  public void trialEnded(TrialRecord trial) throws IOException {
    ended.add(trial);
    writeLeaderboard();
  }

  @Override
  public void newBest(TrialRecord trial, byte[] model) throws IOException {
    best.write(trial, model);
  }

  private void writeLeaderboard() throws IOException {
    folder.replace(
        folder.leaderboard(),
        csv.text(Leaderboard.of(ended, sweep.data().task(), sweep.workload().metric().goal())));
  }

  /**
   * Makes sure that the folder holds the network of {@code trial}. A kill between the journal and
   * the model leaves an older one, and a trial that was pruned sent none; it is then trained again.
   *
   * @return false if that does not give what the journal says
   */
  boolean restoreBest(TrialRecord trial, TrialExecutor executor)
      throws IOException, InterruptedException {
    if (best.holds(trial)) {
      return true;
    }
    TrialOutcome again = run(trial, executor);
    for (int i = 1; again.result().state() == TrialState.LOST && i < Study.MAX_ATTEMPTS; i++) {
      again = run(trial, executor);
    }
    byte[] model = again.model();
    if (model == null
        || !Objects.equals(again.result().measurement(), trial.result().measurement())) {
      return false;
    }
    best.write(trial, model);
    return true;
  }

  private TrialOutcome run(TrialRecord trial, TrialExecutor executor)
      throws IOException, InterruptedException {
    try {
      boolean pruned = trial.result().state() == TrialState.PRUNED;
      int epochs = pruned ? trial.result().epochs() : sweep.workload().maxEpochs();
      return executor
          .submit(new Leg(trial.request(), 0, epochs), null, Double.POSITIVE_INFINITY)
          .get();
    } catch (ExecutionException e) {
      throw new IOException("the best trial could not be run for its model", e);
    }
  }

  byte[] bestModel() throws IOException {
    return Files.readAllBytes(best.model());
  }
}
