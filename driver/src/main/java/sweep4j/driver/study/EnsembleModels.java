package sweep4j.driver.study;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import sweep4j.trial.TrialRecord;

/**
 * The folder {@code ensemble/models/}: the networks of the best trials, {@code trial-N.zip} for
 * each, a model file of Deeplearning4j with its scaler. A file is written in one step, and only for
 * a trial that is in the journal.
 */
public final class EnsembleModels {

  /** Where it is written down what the models are worth together. */
  public static final String DESCRIPTION = RunFolder.ENSEMBLE + "/ensemble.json";

  private static final String MODELS = "models";
  private static final String FOLDER = RunFolder.ENSEMBLE + "/" + MODELS;

  private final Storage storage;

  public EnsembleModels(RunFolder folder) {
    this.storage = folder.storage();
  }

  /** The path of the model of trial number {@code trial}, from the ensemble's folder. */
  public static String name(int trial) {
    return MODELS + "/trial-%d.zip".formatted(trial);
  }

  private static String file(int trial) {
    return RunFolder.ENSEMBLE + "/" + name(trial);
  }

  /** The model of trial number {@code trial}, as messages name it. */
  public String location(int trial) {
    return storage.location(file(trial));
  }

  /** Whether the network of trial number {@code trial} is there. */
  public boolean holds(int trial) throws IOException {
    return storage.exists(file(trial));
  }

  /** Keeps {@code model}, the network of {@code trial}. */
  public void write(TrialRecord trial, byte[] model) throws IOException {
    storage.replace(file(trial.trial()), model);
  }

  /** The network of trial number {@code trial}. */
  public byte[] read(int trial) throws IOException {
    return storage.read(file(trial));
  }

  /** Deletes the folder of the ensemble with all that is in it. */
  public void delete() throws IOException {
    keepOnly(List.of());
    storage.delete(FOLDER);
    storage.delete(DESCRIPTION);
    storage.delete(RunFolder.ENSEMBLE);
  }

  /** Deletes all that is not the network of one of {@code trials}. */
  public void keepOnly(Collection<TrialRecord> trials) throws IOException {
    Set<String> kept =
        trials.stream().map(trial -> file(trial.trial())).collect(Collectors.toSet());
    for (String file : storage.list(FOLDER)) {
      if (!kept.contains(file)) {
        storage.delete(file);
      }
    }
  }
}
