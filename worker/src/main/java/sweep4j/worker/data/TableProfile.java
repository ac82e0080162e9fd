package sweep4j.worker.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    Map<String, String> obstacles = parquet ? obstacles(file, opener) : Map.of();
    try (TableRows rows =
        parquet
            ? ParquetRows.open(file, opener, obstacles::containsKey)
            : CsvRows.open(file, opener)) {
      TableHeader.places(file, rows);
      checkHeader(file, rows);
      var profilers = new ArrayList<ColumnProfiler>();
      for (int i = 0; i < rows.names().size(); i++) {
        String name = rows.names().get(i);
        profilers.add(new ColumnProfiler(name, i, obstacles.get(name)));
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
      var columns = profilers.stream().map(ColumnProfiler::profile).toList();
      checkNames(file, rows, columns);
      return new TableProfile(count, columns);
    } catch (IOException e) {
      throw Sources.failure(file, e);
    }
  }

  private static Map<String, String> obstacles(String file, SourceOpener opener)
      throws DataException {
    try {
      return ParquetRows.obstacles(file, opener);
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
    if (names.stream().allMatch(TableProfile::isNumber)) {
      throw new DataException(
          "%s: %sthe file begins with numbers, %s, where the names of its columns must be. Put a line with names before them."
              .formatted(file, rows.headerPlace(), Quote.list(names)));
    }
  }

  /** A table without a header would lose its first row, and name columns after what is in it. */
  private static void checkNames(String file, TableRows rows, List<ColumnProfile> columns)
      throws DataException {
    List<ColumnProfile> texts = columns.stream().filter(each -> each.texts() > 0).toList();
    if (texts.isEmpty()
        || columns.stream().anyMatch(each -> each.numbers() > 0 && !isNumber(each.name()))) {
      return;
    }
    // Of the first row's texts, those that name a row are nowhere else, but those of categories
    // are.
    long repeated = texts.stream().filter(TableProfile::isNamedAsACellOfIt).count();
    if (2 * repeated >= texts.size()) {
      throw new DataException(
          "%s: %sthe names of the columns, %s, are as the rows below. Put a line with names before them."
              .formatted(file, rows.headerPlace(), Quote.list(rows.names())));
    }
  }

  private static boolean isNamedAsACellOfIt(ColumnProfile column) {
    return column.levels().stream().anyMatch(level -> level.text().equals(column.name()));
  }

  private static boolean isNumber(String text) {
    return !Float.isNaN(Numbers.parse(text));
  }
}
