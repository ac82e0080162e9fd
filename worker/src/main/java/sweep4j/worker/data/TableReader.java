package sweep4j.worker.data;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.DataSource;
import sweep4j.trial.Missing;
import sweep4j.trial.Task;
import sweep4j.worker.data.TableHeader.Model;

/** Reads the files of a table in one pass, keeping only what is computed with. */
final class TableReader {
  private final DataSource.Table source;
  private final Task task;
  private final SourceOpener opener;
  private final @Nullable RawData like;

  private @Nullable TableBuilder table;
  private long dropped;
  private long rowsSeen;

  private TableReader(
      DataSource.Table source, Task task, SourceOpener opener, @Nullable RawData like) {
    this.source = source;
    this.task = task;
    this.opener = opener;
    this.like = like;
  }

  /**
   * Reads {@code source}.
   *
   * @param like the training data if this is a split in files of its own, else null; columns are
   *     then put in its order by name, and classes and categories must be its own
   */
  static RawData read(
      DataSource.Table source, Task task, SourceOpener opener, @Nullable RawData like)
      throws DataException {
    return new TableReader(source, task, opener, like).read();
  }

  private RawData read() throws DataException {
    List<String> files = DataFiles.of(source.locations(), opener);
    for (String file : files) {
      try (TableRows rows = open(file)) {
        read(file, files.get(0), rows);
      } catch (IOException e) {
        throw Sources.failure(file, e);
      }
    }
    if (table == null || table.rows() == 0) {
      throw new DataException(
          rowsSeen == 0
              ? files.get(0) + ": there is a header but no row after it. Add at least one example."
              : files.get(0)
                  + ": every row lacks a value, and data.missing is drop. Leave the columns that"
                  + " lack most out (data.ignore), or set data.missing: mean.");
    }
    return table.build(remark());
  }

  private TableRows open(String file) throws IOException, DataException {
    return source instanceof DataSource.Parquet
        ? ParquetRows.open(file, opener, source.columns().ignored()::contains)
        : CsvRows.open(file, opener);
  }

  private void read(String file, String firstFile, TableRows rows)
      throws IOException, DataException {
    Model model = like == null ? null : new Model(like.columnNames(), "the training data");
    if (model == null && table != null) {
      model = new Model(table.columnNames(), firstFile);
    }
    TableHeader header = TableHeader.check(source, file, rows, model);
    if (table == null) {
      table = TableBuilder.of(source, task, file, header, rows, like);
    }
    var row = new TableRow(file, source, rows, header);
    while (rows.next()) {
      rowsSeen++;
      if (!table.add(row)) {
        dropped++;
      }
    }
  }

  private String remark() {
    return source.columns().missing() != Missing.DROP
        ? ""
        : "%s: %d of %s left out because of missing values"
            .formatted(source.locations().get(0), dropped, Quote.count(rowsSeen, "row"));
  }
}
