package sweep4j.driver.study;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import sweep4j.trial.TrialRecord;

/**
 * The folder {@code models/}: the networks of the best trials, {@code trial-N.zip} for each, a
 * model file of Deeplearning4j with its scaler. A file is written in one step, and only for a trial
 * that is in the journal.
 */
public final class TopModels {

  private final Storage storage;

  public TopModels(RunFolder folder) {
    this.storage = folder.storage();
  }

  /** The path of the model of trial number {@code trial}, from a folder beside this one. */
  public static String nameFromBeside(int trial) {
    return "../" + file(trial);
  }

  private static String file(int trial) {
    return RunFolder.MODELS + "/trial-%d.zip".formatted(trial);
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

  /** Deletes the folder with all that is in it. */
  public void delete() throws IOException {
    keepOnly(List.of());
    storage.delete(RunFolder.MODELS);
  }

  /** Deletes all that is not the network of one of {@code trials}. */
  public void keepOnly(Collection<TrialRecord> trials) throws IOException {
    Set<String> kept =
        trials.stream().map(trial -> file(trial.trial())).collect(Collectors.toSet());
    for (String file : storage.list(RunFolder.MODELS)) {
      if (!kept.contains(file)) {
        storage.delete(file);
      }
    }
  }
}
