package sweep4j.driver.study;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Sha256;
import sweep4j.trial.TrialRecord;

/**
 * The folder {@code checkpoints/}: what each paused trial goes on from, in a file for each trial
 * and epoch. A file is gone when its trial has come further or has ended.
 */
public final class Checkpoints {

  private final Storage storage;

  public Checkpoints(RunFolder folder) {
    this.storage = folder.storage();
  }

  /** Keeps a checkpoint; it is on disk when this returns. */
  PausedTrial write(TrialRecord paused, byte[] checkpoint) throws IOException {
    storage.replace(file(paused.trial(), paused.result().epochs()), checkpoint);
    return new PausedTrial(paused, Sha256.of(checkpoint));
  }

  /** The checkpoint of {@code paused}; null if it is not there as it was. */
  byte @Nullable [] read(PausedTrial paused) throws IOException {
    String file = file(paused.trial().trial(), paused.trial().result().epochs());
    if (!storage.exists(file)) {
      return null;
    }
    byte[] checkpoint = storage.read(file);
    return Sha256.of(checkpoint).equals(paused.checkpointSha256()) ? checkpoint : null;
  }

  /** Gives up the checkpoint of a trial after so many epochs, if there is one. */
  void delete(int trial, int epochs) throws IOException {
    storage.delete(file(trial, epochs));
  }

  /** Removes the folder, if nothing stands at a rung any more. */
  void tidy() throws IOException {
    if (storage.list(RunFolder.CHECKPOINTS).isEmpty()) {
      storage.delete(RunFolder.CHECKPOINTS);
    }
  }

  private static String file(int trial, int epochs) {
    return RunFolder.CHECKPOINTS + "/trial-%d-epoch-%d.bin".formatted(trial, epochs);
  }
}
