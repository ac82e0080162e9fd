package sweep4j.driver.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import sweep4j.driver.config.Lookups;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.config.SweepFileException;
import sweep4j.driver.config.SweepFileReader;
import sweep4j.driver.study.JournalReader;
import sweep4j.driver.study.RunFolder;

/** What a run has left in its folder so far. It may go on meanwhile. */
record StoredRun(RunFolder folder, SweepDefinition sweep, JournalReader.Content journal) {

  /**
   * Reads {@code path}.
   *
   * @param lookups for what the sweep names besides its data
   * @throws BadInput if there is no run
   */
  static StoredRun read(Path path, Lookups lookups)
      throws BadInput, IOException, SweepFileException {
    var folder = new RunFolder(path);
    SweepDefinition sweep = sweep(folder, lookups);
    return new StoredRun(folder, sweep, JournalReader.read(folder.journal(), sweep.catalogue()));
  }

  /** The sweep that the run in {@code folder} is of. */
  static SweepDefinition sweep(RunFolder folder, Lookups lookups)
      throws BadInput, SweepFileException {
    if (!folder.isInUse()) {
      throw new BadInput(
          folder.path() + " holds no run: it has no " + folder.journal().getFileName());
    }
    return SweepFileReader.read(folder.sweepFile(), List.of(), lookups);
  }
}
