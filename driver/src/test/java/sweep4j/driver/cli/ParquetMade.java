package sweep4j.driver.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Makes Parquet files of forty rows: a class, a number, and a column that is right or wrong. */
final class ParquetMade {

  /** The schema of the last column, and what its rows hold. */
  private record Column(String schema, BiConsumer<Group, Integer> fill) {}

  private static final Map<String, Column> COLUMNS =
      Map.of(
          "sound", column("required double x;", (row, i) -> row.add("x", i % 5 + 0.5)),
          "nan", column("required double x;", (row, i) -> row.add("x", i == 3 ? Double.NaN : i)),
          "infinite",
              column(
                  "required double x;",
                  (row, i) -> row.add("x", i == 3 ? Double.NEGATIVE_INFINITY : i)),
          "huge", column("required double x;", (row, i) -> row.add("x", i == 3 ? 1e300 : i)),
          "null",
              column(
                  "optional int32 x;",
                  (row, i) -> {
                    if (i != 3) {
                      row.add("x", i);
                    }
                  }),
          "date", column("required int32 x (DATE);", (row, i) -> row.add("x", i)),
          "time", column("required int96 x;", (row, i) -> row.add("x", new NanoTime(i, i))),
          "nested",
              column(
                  "required group x { required int32 y; }",
                  (row, i) -> row.addGroup("x").add("y", i)),
          "list", column("repeated int32 x;", (row, i) -> row.add("x", i)));

  private ParquetMade() {}

  private static Column column(String schema, BiConsumer<Group, Integer> fill) {
    return new Column(schema, fill);
  }

  static void write(Path file, String kind) throws IOException {
    Column last = COLUMNS.get(kind);
    if (last == null) {
      throw new AssertionError("no Parquet file is " + kind + ", but " + COLUMNS.keySet());
    }
    MessageType type =
        MessageTypeParser.parseMessageType(
            "message rows { required binary kind (UTF8); required int32 a; "
                + last.schema()
                + " }");
    var factory = new SimpleGroupFactory(type);
    Files.deleteIfExists(file);
    try (var writer =
        ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
            .withConf(new Configuration())
            .withType(type)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .build()) {
      for (int i = 0; i < 40; i++) {
        Group row = factory.newGroup();
        row.add("kind", i % 2 == 0 ? "red" : "blue");
        row.add("a", i % 7);
        last.fill().accept(row, i);
        writer.write(row);
      }
    }
    // Hadoop leaves a checksum beside it, of which the product knows nothing.
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
  }
}
