package sweep4j.driver.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.study.BestModel;
import sweep4j.driver.study.EnsembleModels;
import sweep4j.driver.study.Leaders;
import sweep4j.driver.study.RunFolder;
import sweep4j.driver.study.StudyListener;
import sweep4j.trial.TrialRecord;
import sweep4j.worker.data.PreparedData;

/** Keeps the networks in a run's folder up to date with its journal. */
final class RunFiles implements StudyListener {

  private final SweepDefinition sweep;
  private final BestModel best;
  private final EnsembleModels models;

  /** The trials whose networks an ensemble may want. */
  private final Leaders leaders;

  /** The networks of a run in which {@code known} trials have ended already. */
  RunFiles(SweepDefinition sweep, PreparedData data, RunFolder folder, List<TrialRecord> known)
      throws IOException {
    this.sweep = sweep;
    this.best = new BestModel(folder, data.featureNames(), data.classNames());
    this.models = new EnsembleModels(folder);
    this.leaders = new Leaders(sweep.workload().metric().goal(), sweep.ensemble().top());
    known.forEach(leaders::add);
    deleteOthers();
  }

  @Override
  public void trialEnded(TrialRecord trial) throws IOException {
    if (leaders.add(trial)) {
      deleteOthers();
    }
  }

  private void deleteOthers() throws IOException {
    if (sweep.ensemble().wanted()) {
      models.keepOnly(leaders.all());
    }
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

  /**
   * Makes sure that the folder holds the network of {@code trial}, the best.
   *
   * @return why it cannot, in words; null if it does
   */
  @Nullable String restoreBest(TrialRecord trial, Retraining retraining)
      throws IOException, InterruptedException {
    return best.holds(trial) ? null : retraining.train(List.of(trial), best::write);
  }

  byte[] bestModel() throws IOException {
    return best.read();
  }
}
