package sweep4j.driver.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.study.BestModel;
import sweep4j.driver.study.InputsFile;
import sweep4j.driver.study.Leaders;
import sweep4j.driver.study.RunFolder;
import sweep4j.driver.study.StudyListener;
import sweep4j.driver.study.TopModels;
import sweep4j.trial.DataSource;
import sweep4j.trial.ImageInputs;
import sweep4j.trial.Inputs;
import sweep4j.trial.TrialRecord;
import sweep4j.worker.data.ImageShape;
import sweep4j.worker.data.PreparedData;

/** Keeps the networks in a run's folder up to date with its journal. */
final class RunFiles implements StudyListener {

  private final SweepDefinition sweep;
  private final BestModel best;
  private final TopModels models;

  /** The trials whose networks are wanted when all have ended. */
  private final Leaders leaders;

  /** The networks of a run in which {@code known} trials have ended already. */
  RunFiles(SweepDefinition sweep, PreparedData data, RunFolder folder, List<TrialRecord> known)
      throws IOException {
    this.sweep = sweep;
    this.best = new BestModel(folder, data.featureNames(), data.classNames());
    this.models = new TopModels(folder);
    this.leaders = new Leaders(sweep.workload().metric().goal(), sweep.keptModels());
    known.forEach(leaders::add);
    Inputs inputs = inputs(sweep.data().source(), data);
    if (inputs != null) {
      InputsFile.write(folder, inputs);
    }
    deleteOthers();
  }

  /** How examples of {@code source} became inputs; null where new ones cannot be read. */
  private static @Nullable Inputs inputs(DataSource source, PreparedData data) {
    ImageShape images = data.imageShape();
    if (images == null) {
      return data.table();
    }
    return new ImageInputs(
        images.height(),
        images.width(),
        images.channels(),
        source instanceof DataSource.Images folder && folder.size() != null,
        data.classNames());
  }

  @Override
  public void trialEnded(TrialRecord trial) throws IOException {
    if (leaders.add(trial)) {
      deleteOthers();
    }
  }

  private void deleteOthers() throws IOException {
    if (keepsSeveral()) {
      models.keepOnly(leaders.all());
    }
  }

  private boolean keepsSeveral() {
    return sweep.keptModels() > 1;
  }

  @Override
  public void newLeader(TrialRecord trial, byte[] model) throws IOException {
    if (keepsSeveral()) {
      models.write(trial, model);
    }
  }

  @Override
  public void newBest(TrialRecord trial, byte[] model) throws IOException {
    best.write(trial, model);
  }

  /**
   * Makes sure that the folder holds the network of {@code trial}, the best, in its place. Of
   * trials that were confirmed, that need not be the one that led while they ran.
   *
   * @param judge tells whether a network is the one that it should be
   * @return why it cannot, in words; null if it does
   */
  @Nullable String restoreBest(TrialRecord trial, LastLook.Judge judge, Retraining retraining)
      throws IOException, InterruptedException {
    if (best.holds(trial)) {
      return null;
    }
    if (keepsSeveral() && models.holds(trial.trial())) {
      byte[] model = models.read(trial.trial());
      if (Ensembles.isOf(trial, judge.validation(trial.request().inWords(), model))) {
        best.write(trial, model);
        return null;
      }
    }
    return retraining.train(List.of(trial), best::write);
  }

  /**
   * Makes sure that the folder holds the networks of {@code trials}, which are the best.
   *
   * @return why it does not hold all of them, in words; null if it does
   */
  @Nullable String restore(List<TrialRecord> trials, Retraining retraining)
      throws IOException, InterruptedException {
    var missing = new ArrayList<TrialRecord>();
    for (TrialRecord trial : trials) {
      if (!models.holds(trial.trial())) {
        missing.add(trial);
      }
    }
    return retraining.train(missing, models::write);
  }

  /** The networks of the best trials, where the run keeps more than one. */
  TopModels models() {
    return models;
  }

  byte[] bestModel() throws IOException {
    return best.read();
  }
}
