package sweep4j.worker.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the columns of a table hold, for those who are to say what becomes of them.
 *
 * @param rows how many there are; at least 1
 * @param columns in the order of the file; at least 2
 */
public record TableProfile(long rows, List<ColumnProfile> columns) {

  public TableProfile {
    columns = List.copyOf(columns);
  }

  /**
   * Reads {@code file} once.
   *
   * @throws DataException if it is no table
   */
  public static TableProfile of(String file, boolean parquet, SourceOpener opener)
      throws DataException {
    try (TableRows rows =
        parquet ? ParquetRows.open(file, opener, name -> false) : CsvRows.open(file, opener)) {
      TableHeader.places(file, rows);
      checkHeader(file, rows);
      var profilers = new ArrayList<ColumnProfiler>();
      for (int i = 0; i < rows.names().size(); i++) {
        profilers.add(new ColumnProfiler(rows.names().get(i), i));
      }
      long count = 0;
      while (rows.next()) {
        count++;
        for (ColumnProfiler each : profilers) {
          each.add(rows);
        }
      }
      if (count == 0) {
        throw new DataException(
            file + ": there is a header but no row after it. Add at least one example.");
      }
      return new TableProfile(count, profilers.stream().map(ColumnProfiler::profile).toList());
    } catch (IOException e) {
      throw Sources.failure(file, e);
    }
  }

  private static void checkHeader(String file, TableRows rows) throws DataException {
    List<String> names = rows.names();
    if (names.size() == 1) {
      throw new DataException(
          "%s: %sthere is one column, %s, but a label and at least one other are needed; columns are separated by commas."
              .formatted(file, rows.headerPlace(), Quote.text(names.get(0))));
    }
    if (names.stream().noneMatch(name -> Float.isNaN(Numbers.parse(name)))) {
      throw new DataException(
          "%s: %sthe file begins with numbers, %s, where the names of its columns must be. Put a line with names before them."
              .formatted(file, rows.headerPlace(), Quote.list(names)));
    }
  }
}
