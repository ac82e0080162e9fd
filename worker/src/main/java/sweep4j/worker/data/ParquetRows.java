package sweep4j.worker.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopCodecs;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** The rows of a Parquet file. Columns are read side by side, one row group after the other. */
final class ParquetRows implements TableRows {
  private final String file;
  private final ParquetFileReader reader;
  private final MessageType schema;
  private final String createdBy;
  private final List<String> names;

  /** For each of the names, or null for an ignored one. */
  private final @Nullable ParquetColumn[] columns;

  private final @Nullable ColumnReader[] values;

  private long row;

  /** Rows of the group behind the current one. */
  private long leftInGroup;

  private boolean inGroup;

  private ParquetRows(String file, ParquetFileReader reader, Predicate<String> ignored)
      throws DataException {
    this.file = file;
    this.reader = reader;
    MessageType whole = reader.getFileMetaData().getSchema();
    this.createdBy = reader.getFileMetaData().getCreatedBy();
    this.names = whole.getFields().stream().map(Type::getName).toList();
    this.columns = new @Nullable ParquetColumn[names.size()];
    this.values = new @Nullable ColumnReader[names.size()];
    var read = new ArrayList<Type>();
    for (int i = 0; i < columns.length; i++) {
      if (!ignored.test(names.get(i))) {
        columns[i] = ParquetColumn.of(file, whole.getType(i));
        read.add(whole.getType(i));
      }
    }
    this.schema = new MessageType(whole.getName(), read);
    reader.setRequestedSchema(schema);
  }

  /**
   * Opens {@code file}.
   *
   * @param ignored by name, columns that are not read, whatever they hold
   */
  static ParquetRows open(String file, SourceOpener opener, Predicate<String> ignored)
      throws IOException, DataException {
    var input = new ChannelInput(opener.channel(file));
    try {
      var options =
          ParquetReadOptions.builder()
              .usePageChecksumVerification()
              .withCodecFactory(new EndingCodecs(HadoopCodecs.newFactory(0)))
              .build();
      ParquetFooter.check(file, input.channel());
      var reader = ParquetFileReader.open(input, options);
      checkPlaces(file, reader, input.getLength());
      return new ParquetRows(file, reader, ignored);
    } catch (DataException e) {
      input.channel().close();
      throw e;
    } catch (IOException | RuntimeException e) {
      input.channel().close();
      throw ParquetFault.in(file, e);
    } catch (StackOverflowError e) {
      // Structures in structures, as deep as the footer has room for.
      input.channel().close();
      throw ParquetFault.damaged(file, "schema", e);
    }
  }

  /** Parquet takes memory for all columns that the footer tells of before it reads any of them. */
  private static void checkPlaces(String file, ParquetFileReader reader, long length)
      throws DataException {
    for (BlockMetaData group : reader.getRowGroups()) {
      long left = length;
      for (ColumnChunkMetaData column : group.getColumns()) {
        long start = column.getStartingPos();
        long size = column.getTotalSize();
        if (start < 0 || size < 0 || start > length || size > length - start) {
          throw ParquetFault.unreadable(file, "a column lies outside of it");
        }
        left -= size;
        if (left < 0) {
          throw ParquetFault.unreadable(file, "its columns together are larger than it is");
        }
      }
    }
  }

  @Override
  public List<String> names() {
    return names;
  }

  /** The columns of {@code file} that cannot be read, and what they are. */
  static Map<String, String> obstacles(String file, SourceOpener opener)
      throws IOException, DataException {
    try (ParquetRows none = open(file, opener, name -> true)) {
      var obstacles = new HashMap<String, String>();
      for (Type field : none.reader.getFileMetaData().getSchema().getFields()) {
        String obstacle = ParquetColumn.obstacle(field);
        if (obstacle != null) {
          obstacles.put(field.getName(), obstacle);
        }
      }
      return obstacles;
    }
  }

  @Override
  public String headerPlace() {
    return "";
  }

  @Override
  public boolean next() throws DataException {
    try {
      if (inGroup && leftInGroup > 0) {
        for (ColumnReader column : values) {
          if (column != null) {
            column.consume();
          }
        }
      }
      while (leftInGroup == 0) {
        PageReadStore group = reader.readNextRowGroup();
        if (group == null) {
          return false;
        }
        start(group);
      }
    } catch (IOException | RuntimeException e) {
      throw ParquetFault.in(file, e);
    }
    inGroup = true;
    leftInGroup--;
    row++;
    return true;
  }

  private void start(PageReadStore group) {
    leftInGroup = group.getRowCount();
    inGroup = false;
    var store =
        new ColumnReadStoreImpl(
            new ParquetPages(group), new NoConverter(schema), schema, createdBy);
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] != null) {
        values[i] = store.getColumnReader(schema.getColumnDescription(new String[] {names.get(i)}));
      }
    }
  }

  @Override
  public String place() {
    return "row " + row;
  }

  @Override
  public boolean isText(int column) {
    return kind(column).isText();
  }

  @Override
  public boolean isMissing(int column) throws DataException {
    return read(() -> kind(column).isMissing(value(column)));
  }

  @Override
  public float number(int column) throws DataException {
    double number =
        read(
            () -> {
              ColumnReader value = value(column);
              return kind(column).isMissing(value) ? Double.NaN : kind(column).number(value);
            });
    // The bound is that of a table's text.
    return Math.abs(number) <= Numbers.LARGEST ? (float) number : Float.NaN;
  }

  @Override
  public int id(int column, Names names) throws DataException {
    return names.id(text(column));
  }

  @Override
  public String text(int column) throws DataException {
    return read(
        () -> {
          ColumnReader value = value(column);
          return kind(column).isMissing(value) ? "" : kind(column).text(value);
        });
  }

  /** Parquet decodes a value only when it is asked for, and damage throws anything then. */
  private <T> T read(Supplier<T> value) throws DataException {
    try {
      return value.get();
    } catch (RuntimeException e) {
      throw ParquetFault.in(file, e);
    }
  }

  private ParquetColumn kind(int column) {
    ParquetColumn kind = columns[column];
    if (kind == null) {
      throw new IllegalArgumentException(names.get(column) + " is ignored");
    }
    return kind;
  }

  private ColumnReader value(int column) {
    ColumnReader value = values[column];
    if (value == null) {
      throw new IllegalStateException("there is no row");
    }
    return value;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
