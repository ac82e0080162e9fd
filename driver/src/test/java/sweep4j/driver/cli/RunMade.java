package sweep4j.driver.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import sweep4j.driver.config.Lookups;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.config.SweepFileException;
import sweep4j.driver.config.SweepFileReader;
import sweep4j.driver.config.SweepFileWriter;
import sweep4j.driver.study.BestModel;
import sweep4j.driver.study.Event;
import sweep4j.driver.study.InputsFile;
import sweep4j.driver.study.Journal;
import sweep4j.driver.study.Provenance;
import sweep4j.driver.study.RunFolder;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Measurement;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.Score;
import sweep4j.trial.StopReason;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;
import sweep4j.worker.data.DataException;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.training.TrialRunner;

/** Makes the folder of a run that was stopped after three of its trials. */
final class RunMade {

  /** What was searched, in the folder of the sweeps that learn from it. */
  private static final String SWEEP =
      """
      name: earlier
      data:
        format: csv
        path: %s
        label: kind
      search: {method: random, max_trials: 6}
      parameters:
        learning_rate: {distribution: log_uniform, min: 1e-5, max: 0.1}
      """;

  private RunMade() {}

  static void write(Path path) throws IOException {
    var folder = new RunFolder(path);
    Files.createDirectories(path);
    Path table = path.resolveSibling("table.csv");
    Path source = Files.writeString(path.resolve("source.yaml"), SWEEP.formatted(table));
    try {
      SweepDefinition sweep = SweepFileReader.read(source, List.of());
      folder.replace(RunFolder.SWEEP_FILE, SweepFileWriter.write(sweep));
      String hash = Data.load(sweep).contentHash();
      var provenance =
          new Provenance("earlier", "data", hash, "1", "native", "2026-01-01T00:00:00Z");
      try (Journal journal = Journal.create(folder.journal(), provenance)) {
        for (int trial = 0; trial < 3; trial++) {
          journal.reported(null, List.of(new Event.Ended(completed(trial))));
        }
      }
    } catch (SweepFileException | BadInput | DataException e) {
      throw new AssertionError("the earlier run is sound", e);
    }
    Files.delete(source);
  }

  /** The same, with a network that has been trained for a moment as its best. */
  static void writeWithModel(Path path) throws IOException {
    write(path);
    var folder = new RunFolder(path);
    try {
      SweepDefinition sweep = StoredRun.sweep(folder, Lookups.none());
      PreparedData data = Data.load(sweep);
      InputsFile.write(folder, Objects.requireNonNull(data.table()));
      TrialRecord best = completed(2);
      byte[] model =
          new TrialRunner(data, sweep.workload(), "here")
              .run(best.request(), Double.POSITIVE_INFINITY)
              .model();
      new BestModel(folder, data.featureNames(), data.classNames())
          .write(best, Objects.requireNonNull(model));
    } catch (SweepFileException | BadInput | DataException e) {
      throw new AssertionError("the run is sound", e);
    }
  }

  private static TrialRecord completed(int trial) {
    double loss = 1.0 / (trial + 2);
    var hyperparameters =
        new Hyperparameters(Map.of(Hyperparameter.LEARNING_RATE, new Real(0.01 / (trial + 1))));
    return new TrialRecord(
        new TrialRequest(trial, 1, trial, hyperparameters),
        new TrialResult(
            trial,
            TrialState.COMPLETED,
            StopReason.MAX_EPOCHS,
            new Measurement(loss, new Score(loss, 0.75), new Score(loss, 0.875), 3),
            5,
            List.of(0.9, loss),
            1.5,
            "driver@host",
            "cpu",
            1,
            null));
  }
}
