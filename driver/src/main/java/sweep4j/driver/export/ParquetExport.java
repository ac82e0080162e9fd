package sweep4j.driver.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.leaderboard.Column;
import sweep4j.driver.leaderboard.Leaderboard;

/** The leaderboard as one Parquet file, with the library that Spark itself writes with. */
public final class ParquetExport {

  private ParquetExport() {}

  /** Writes the rows in the order of the leaderboard, and closes {@code out}. */
  public static void write(ExportedSweep sweep, OutputStream out) throws IOException {
    List<Column> columns = sweep.columns();
    MessageType schema = schema(columns);
    var rows = new SimpleGroupFactory(schema);
    try (var writer =
        ExampleParquetWriter.builder(new Streamed(out))
            .withConf(new Configuration(false))
            .withType(schema)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .build()) {
      for (Leaderboard.Row row : sweep.leaderboard().rows()) {
        Group group = rows.newGroup();
        for (Column column : columns) {
          put(group, column.name(), column.value(row));
        }
        writer.write(group);
      }
    }
  }

  private static MessageType schema(List<Column> columns) {
    var message = Types.buildMessage();
    for (Column column : columns) {
      switch (column.kind()) {
        case WHOLE -> message.optional(PrimitiveTypeName.INT32).named(column.name());
        case LONG -> message.optional(PrimitiveTypeName.INT64).named(column.name());
        case REAL -> message.optional(PrimitiveTypeName.DOUBLE).named(column.name());
        case TRUTH -> message.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
        case TIME ->
            message
                .optional(PrimitiveTypeName.INT64)
                .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS))
                .named(column.name());
        case TEXT ->
            message
                .optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(column.name());
      }
    }
    return message.named("leaderboard");
  }

  private static void put(Group group, String name, @Nullable Object value) {
    if (value instanceof Integer whole) {
      group.add(name, whole);
    } else if (value instanceof Long whole) {
      group.add(name, whole);
    } else if (value instanceof Double real) {
      group.add(name, real);
    } else if (value instanceof Boolean truth) {
      group.add(name, truth);
    } else if (value instanceof Instant time) {
      group.add(name, time.toEpochMilli());
    } else if (value != null) {
      group.add(name, value.toString());
    }
  }

  /** A file that is only written from its beginning to its end. */
  private record Streamed(OutputStream out) implements OutputFile {

    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return new Counted(out);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }

  /** Knows how much has been written. */
  private static final class Counted extends PositionOutputStream {

    private final OutputStream out;
    private long position;

    Counted(OutputStream out) {
      this.out = out;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      position += length;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
