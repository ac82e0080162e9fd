package sweep4j.driver.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.Lookups;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.config.SweepFileException;
import sweep4j.driver.ensemble.Ensemble;
import sweep4j.driver.ensemble.EnsembleJson;
import sweep4j.driver.prediction.WeightedModel;
import sweep4j.driver.study.FinishedModel;
import sweep4j.driver.study.InputsFile;
import sweep4j.driver.study.RunFolder;
import sweep4j.driver.study.TopModels;
import sweep4j.trial.DataSource;
import sweep4j.trial.Inputs;
import sweep4j.trial.Sha256;

/**
 * What of a run is to answer new rows.
 *
 * @param models whose average answers
 * @param words what they are, for the user
 */
record PredictingModel(List<WeightedModel> models, String words) {

  private static final String ENSEMBLE_FILE = RunFolder.ENSEMBLE + "/ensemble.json";

  /** What of a run can answer. */
  enum Choice {
    BEST,
    REFIT,
    ENSEMBLE
  }

  /** How the run in {@code folder} has made inputs of its examples. */
  static Inputs inputs(RunFolder folder) throws BadInput, IOException, SweepFileException {
    SweepDefinition sweep = StoredRun.sweep(folder, Lookups.none());
    if (sweep.data().source() instanceof DataSource.Libsvm) {
      throw new BadInput(
          "%s: predict reads tables and images, but this run learned from libsvm data; load %s/model.zip with Deeplearning4j instead"
              .formatted(folder.location(), folder.location(RunFolder.BEST)));
    }
    if (!folder.storage().exists(RunFolder.INPUTS)) {
      throw new BadInput(
          "%s is missing, which says how examples become inputs: the same run with --resume writes it"
              .formatted(folder.location(RunFolder.INPUTS)));
    }
    return InputsFile.read(folder);
  }

  static PredictingModel of(RunFolder folder, Choice choice) throws BadInput, IOException {
    return switch (choice) {
      case BEST ->
          one(
              FinishedModel.best(folder),
              "the best, trial %d",
              folder.location() + " has no best model; wait until a trial has completed");
      case REFIT ->
          one(
              FinishedModel.refit(folder),
              "the refit of trial %d",
              folder.location()
                  + " has no refit; add 'refit: {}' to the sweep file and start a new run");
      case ENSEMBLE -> ensemble(folder);
    };
  }

  private static PredictingModel one(@Nullable FinishedModel model, String words, String absent)
      throws BadInput {
    if (model == null) {
      throw new BadInput(absent);
    }
    return new PredictingModel(
        List.of(new WeightedModel(model.bytes(), 1)), words.formatted(model.trial()));
  }

  /** Of the averages, the one that is better on the validation rows. */
  private static PredictingModel ensemble(RunFolder folder) throws BadInput, IOException {
    if (!folder.storage().exists(ENSEMBLE_FILE)) {
      throw new BadInput(
          folder.location()
              + " has no ensemble; add 'ensemble: {top: 5}' to the sweep file and start a new run");
    }
    try {
      Ensemble better =
          EnsembleJson.read(folder.storage().read(ENSEMBLE_FILE)).stream()
              .filter(each -> !each.name().equals(Ensembles.SINGLE))
              .min(Comparator.comparingDouble(each -> each.validation().loss()))
              .orElseThrow(() -> new IllegalArgumentException("it has no ensembles"));
      var models = new ArrayList<WeightedModel>();
      for (Ensemble.Member member : better.members()) {
        models.add(new WeightedModel(read(folder, member), member.weight()));
      }
      return new PredictingModel(
          models,
          "the ensemble '%s' of %d networks (the lower validation loss of the two)"
              .formatted(better.name(), models.size()));
    } catch (IllegalArgumentException e) {
      throw new BadInput(
          "%s is damaged (%s): the same run with --resume makes it anew"
              .formatted(folder.location(ENSEMBLE_FILE), e.getMessage()));
    }
  }

  private static byte[] read(RunFolder folder, Ensemble.Member member)
      throws BadInput, IOException {
    var networks = new TopModels(folder);
    if (networks.holds(member.trial())) {
      byte[] model = networks.read(member.trial());
      if (Sha256.of(model).equals(member.sha256())) {
        return model;
      }
    }
    throw new BadInput(
        "%s is not the network that %s names: the same run with --resume makes both anew"
            .formatted(networks.location(member.trial()), folder.location(ENSEMBLE_FILE)));
  }
}
