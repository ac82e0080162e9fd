package sweep4j.driver.leaderboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.Task;
import sweep4j.trial.Tunable;

/**
 * The leaderboard as a CSV file: UTF-8, a header, one row per trial, full precision, a dot for the
 * decimal point, an empty cell for what does not exist.
 */
public final class LeaderboardCsv {

  private final List<Column> columns;

  /** The leaderboard of a sweep over {@code parameters}, in the order of their columns. */
  public LeaderboardCsv(Task task, List<Tunable> parameters) {
    this.columns = Column.of(task, parameters);
  }

  /** The whole file. */
  public String text(Leaderboard leaderboard) {
    var text = new StringBuilder();
    try (var printer = new CSVPrinter(text, CsvText.FORMAT)) {
      printer.printRecord(columns.stream().map(Column::name));
      for (Leaderboard.Row row : leaderboard.rows()) {
        for (Column column : columns) {
          printer.print(cell(column.cell().apply(row)));
        }
        printer.println();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a StringBuilder does not fail", e);
    }
    return text.toString();
  }

  private static @Nullable Object cell(@Nullable Object value) {
    return value instanceof String || value instanceof Text
        ? CsvText.harmless(value.toString())
        : value;
  }
}
