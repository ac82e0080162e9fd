package sweep4j.worker.data;

import java.util.List;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Missing;
import sweep4j.trial.Scale;
import sweep4j.trial.TableColumns;
import sweep4j.trial.Task;

/** Tables with the label {@code y} for tests, and what was read of them. */
final class Tables {
  private Tables() {}

  static TableColumns categorical(Missing missing, String... columns) {
    return new TableColumns(List.of(columns), List.of(), missing);
  }

  static TableColumns ignored(String... columns) {
    return new TableColumns(List.of(), List.of(columns), Missing.ERROR);
  }

  static DataSource.Csv csv(TableColumns columns, String... locations) {
    return new DataSource.Csv(List.of(locations), "y", columns);
  }

  /** A classification with 30% of the rows each for validation and test. */
  static PreparedData load(DataSource source, SourceOpener files) throws DataException {
    return DataLoader.load(
        InMemory.settings(source, Task.CLASSIFICATION, 0.3, 0.3, Scale.NONE), 1, files);
  }

  /** A classification with own validation rows, and half of the other rows for the test. */
  static PreparedData load(DataSource main, DataSource validation, SourceOpener files)
      throws DataException {
    return DataLoader.load(
        new DataSettings(
            main,
            Task.CLASSIFICATION,
            new HeldOut.Own(validation),
            new HeldOut.Share(0.5),
            Scale.NONE),
        1,
        files);
  }

  /** The inputs of {@code row}. */
  static float[] row(Subset subset, int row) {
    float[] values = new float[subset.examples().features().columns()];
    subset.examples().features().copyRow(row, values, 0);
    return values;
  }
}
