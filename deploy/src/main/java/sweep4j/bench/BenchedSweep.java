package sweep4j.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sweep4j.driver.cli.SweepTrials;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.config.SweepFileException;
import sweep4j.driver.config.SweepFileReader;
import sweep4j.driver.study.History;
import sweep4j.driver.study.Journal;
import sweep4j.driver.study.Provenance;
import sweep4j.driver.study.RunFolder;
import sweep4j.driver.study.TrialExecutor;
import sweep4j.trial.TrialRecord;
import sweep4j.worker.data.DataException;
import sweep4j.worker.data.DataLoader;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.data.SourceOpener;

/**
 * A sweep file with another method and another number of trials, for measurements of all that a run
 * does besides its trainings.
 */
final class BenchedSweep {

  private final SweepDefinition sweep;
  private final PreparedData data;

  /** The sweep of {@code file}, with so many trials of {@code method}. */
  BenchedSweep(Path file, String method, int trials) throws SweepFileException, DataException {
    this.sweep =
        SweepFileReader.read(
            file, List.of("search.method=" + method, "search.max_trials=" + trials));
    this.data = DataLoader.load(sweep.data(), sweep.seed(), SourceOpener.local());
  }

  SweepDefinition sweep() {
    return sweep;
  }

  /** A new journal in {@code folder}. */
  Journal newJournal(RunFolder folder) throws IOException {
    return Journal.create(
        folder.journal(), new Provenance(sweep.name(), "-", data.contentHash(), "-", "-", "-"));
  }

  /** The trials as a run wires them. */
  SweepTrials trials(RunFolder folder, History history) throws IOException {
    return new SweepTrials(sweep, sweep.sampler(), data, folder, history);
  }

  /** Runs the whole sweep in a folder that is deleted again; progress goes to standard error. */
  List<TrialRecord> run(TrialExecutor executor) throws IOException, InterruptedException {
    Path path = Files.createTempDirectory(Path.of("").toAbsolutePath(), "bench-");
    try {
      var folder = new RunFolder(path);
      try (Journal journal = newJournal(folder)) {
        return trials(folder, History.none()).run(executor, journal, false, System.err).trials();
      }
    } finally {
      delete(path);
    }
  }

  /** Deletes {@code folder} with all that is in it. */
  static void delete(Path folder) throws IOException {
    List<Path> all;
    try (var files = Files.walk(folder)) {
      all = files.sorted((a, b) -> b.getNameCount() - a.getNameCount()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
