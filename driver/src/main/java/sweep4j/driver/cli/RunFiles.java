package sweep4j.driver.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.leaderboard.Leaderboard;
import sweep4j.driver.leaderboard.LeaderboardCsv;
import sweep4j.driver.study.BestModel;
import sweep4j.driver.study.EnsembleModels;
import sweep4j.driver.study.RunFolder;
import sweep4j.driver.study.StudyListener;
import sweep4j.trial.TrialRecord;
import sweep4j.worker.data.PreparedData;

/** Keeps the files of a run's folder up to date with its journal. */
final class RunFiles implements StudyListener {

  private final SweepDefinition sweep;
  private final RunFolder folder;
  private final LeaderboardCsv csv;
  private final BestModel best;
  private final EnsembleModels models;
  private final List<TrialRecord> ended;

  /** The files of a run in which {@code known} trials have ended already. */
  RunFiles(SweepDefinition sweep, PreparedData data, RunFolder folder, List<TrialRecord> known)
      throws IOException {
    this.sweep = sweep;
    this.folder = folder;
    this.csv = new LeaderboardCsv(data.task(), sweep.space().hyperparameters());
    this.best = new BestModel(folder, data.featureNames(), data.classNames());
    this.models = new EnsembleModels(folder);
    this.ended = new ArrayList<>(known);
    update();
  }

  @Override
  public void trialEnded(TrialRecord trial) throws IOException {
    ended.add(trial);
    update();
  }

  @Override
  public void newLeader(TrialRecord trial, byte[] model) throws IOException {
    if (sweep.ensemble().wanted()) {
      models.write(trial, model);
    }
  }

  @Override
  public void newBest(TrialRecord trial, byte[] model) throws IOException {
    best.write(trial, model);
  }

  private void update() throws IOException {
    Leaderboard leaderboard =
        Leaderboard.of(ended, sweep.data().task(), sweep.workload().metric().goal());
    folder.replace(folder.leaderboard(), csv.text(leaderboard));
    if (sweep.ensemble().wanted()) {
      models.keepOnly(leaderboard.best(sweep.ensemble().top()));
    }
  }

  /**
   * Makes sure that the folder holds the network of {@code trial}, the best.
   *
   * @return false if to train it again does not give what the journal says
   */
  boolean restoreBest(TrialRecord trial, Retraining retraining)
      throws IOException, InterruptedException {
    return best.holds(trial) || retraining.train(List.of(trial), best::write) == null;
  }

  byte[] bestModel() throws IOException {
    return Files.readAllBytes(best.model());
  }
}
