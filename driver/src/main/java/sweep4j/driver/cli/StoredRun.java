package sweep4j.driver.cli;

import java.io.IOException;
import sweep4j.driver.config.Lookups;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.config.SweepFileException;
import sweep4j.driver.config.SweepFileReader;
import sweep4j.driver.study.JournalReader;
import sweep4j.driver.study.RunFolder;

/** What a run has left in its folder so far. It may go on meanwhile. */
record StoredRun(RunFolder folder, SweepDefinition sweep, JournalReader.Content journal) {

  /**
   * Reads the run in the folder {@code location}.
   *
   * @param lookups for what the sweep names besides its data
   * @throws BadInput if there is no run
   */
  static StoredRun read(String location, Lookups lookups)
      throws BadInput, IOException, SweepFileException {
    var folder = RunLocation.folder(location);
    SweepDefinition sweep = sweep(folder, lookups);
    return new StoredRun(folder, sweep, RunRecords.journal(folder, sweep));
  }

  /** The sweep that the run in {@code folder} is of. */
  static SweepDefinition sweep(RunFolder folder, Lookups lookups)
      throws BadInput, IOException, SweepFileException {
    if (!folder.isInUse()) {
      throw new BadInput(folder.location() + " holds no run: it has no " + RunFolder.JOURNAL);
    }
    return SweepFileReader.readStored(
        folder.location(RunFolder.SWEEP_FILE), RunRecords.sweepBytes(folder), lookups);
  }
}
