package sweep4j.driver.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private final RunFolder folder;

  public EnsembleModels(RunFolder folder) {
    this.folder = folder;
  }

  /** The model of trial number {@code trial}, whether or not it is there. */
  public Path file(int trial) {
    return folder.ensemble().resolve("models").resolve("trial-%d.zip".formatted(trial));
  }

  /** Whether the network of trial number {@code trial} is there. */
  public boolean holds(int trial) {
    return Files.exists(file(trial));
  }

  /** Keeps {@code model}, the network of {@code trial}. */
  public void write(TrialRecord trial, byte[] model) throws IOException {
    folder.replace(file(trial.trial()), model);
  }

  /** The network of trial number {@code trial}. */
  public byte[] read(int trial) throws IOException {
    return Files.readAllBytes(file(trial));
  }

  /** Deletes the folder of the ensemble with all that is in it. */
  public void delete() throws IOException {
    keepOnly(List.of());
    Files.deleteIfExists(folder.ensemble().resolve("models"));
    Files.deleteIfExists(description());
    Files.deleteIfExists(folder.ensemble());
  }

  /** Where it is written down what the models are worth together. */
  public Path description() {
    return folder.ensemble().resolve("ensemble.json");
  }

  /** Deletes all that is not the network of one of {@code trials}. */
  public void keepOnly(Collection<TrialRecord> trials) throws IOException {
    Path models = folder.ensemble().resolve("models");
    if (Files.notExists(models)) {
      return;
    }
    Set<Path> kept = trials.stream().map(trial -> file(trial.trial())).collect(Collectors.toSet());
    List<Path> others;
    try (var files = Files.list(models)) {
      others = files.filter(file -> !kept.contains(file)).toList();
    }
    for (Path other : others) {
      Files.delete(other);
    }
  }
}
