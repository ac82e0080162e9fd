package sweep4j.driver.hadoop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Missing;
import sweep4j.trial.Scale;
import sweep4j.trial.TableColumns;
import sweep4j.trial.Task;
import sweep4j.worker.data.DataException;
import sweep4j.worker.data.DataLoader;
import sweep4j.worker.data.PreparedData;

/** Prevents that a stored type is taken for another one, or a null for a value. */
class ParquetDataTest {
  private static final String SCHEMA =
      """
      message rows {
        optional boolean b;
        required int32 i;
        required int64 l;
        optional float f;
        required double d;
        optional binary town (UTF8);
        required int32 price (DECIMAL(9, 2));
        required binary y (UTF8);
      }
      """;
  private static final int ROWS = 40;

  @TempDir private Path folder;

  @BeforeEach
  void fill() throws Exception {
    write("t.parquet", SCHEMA, ROWS, CompressionCodecName.SNAPPY, ParquetDataTest::fill);
  }

  private static void fill(Group row, int i) {
    if (i % 4 != 1) {
      row.add("b", i % 2 == 0);
    }
    row.add("i", i - 5);
    row.add("l", 1L << (i % 50));
    if (i % 5 != 2) {
      row.add("f", i / 4f);
    }
    row.add("d", i * 0.1);
    if (i % 7 != 3) {
      row.add("town", i % 3 == 0 ? "Ulm" : "Bonn, \"B\"");
    }
    row.add("price", 1234 + i);
    row.add("y", i % 2 == 0 ? "p" : "q");
  }

  private void write(
      String name,
      String schema,
      int rows,
      CompressionCodecName codec,
      BiConsumer<Group, Integer> fill)
      throws Exception {
    MessageType type = MessageTypeParser.parseMessageType(schema);
    var factory = new SimpleGroupFactory(type);
    try (var writer =
        ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(folder.resolve(name).toUri()))
            .withConf(new Configuration())
            .withType(type)
            .withCompressionCodec(codec)
            // Small, so that there are several row groups.
            .withRowGroupSize(512L)
            .withPageSize(128)
            .build()) {
      for (int i = 0; i < rows; i++) {
        Group row = factory.newGroup();
        fill.accept(row, i);
        writer.write(row);
      }
    }
  }

  private static PreparedData load(DataSource source) throws DataException {
    var share = new HeldOut.Share(0.2);
    return DataLoader.load(
        new DataSettings(source, Task.CLASSIFICATION, share, share, Scale.NONE),
        1,
        HadoopFiles.opener());
  }

  private DataSource.Parquet parquet(Missing missing, String... names) {
    var paths = List.of(names).stream().map(each -> folder.resolve(each).toString()).toList();
    return new DataSource.Parquet(paths, "y", new TableColumns(List.of(), List.of(), missing));
  }

  /** Everything must be as if the same rows had come as text. */
  @ParameterizedTest
  @EnumSource(Missing.class)
  void isTheSameAsATableOfText(Missing missing) throws Exception {
    var text = new StringBuilder("b,i,l,f,d,town,price,y\n");
    for (int i = 0; i < ROWS; i++) {
      text.append(i % 4 == 1 ? "" : i % 2 == 0 ? "1" : "0")
          .append(',')
          .append(i - 5)
          .append(',')
          .append(1L << (i % 50))
          .append(',')
          .append(i % 5 == 2 ? "NA" : String.valueOf(i / 4f))
          .append(',')
          .append(i * 0.1)
          .append(',')
          .append(i % 7 == 3 ? "" : i % 3 == 0 ? "Ulm" : "\"Bonn, \"\"B\"\"\"")
          .append(",")
          .append((1234 + i) / 100.0)
          .append(i % 2 == 0 ? ",p\n" : ",q\n");
    }
    Path table = Files.writeString(folder.resolve("t.csv"), text);
    var csv =
        new DataSource.Csv(
            List.of(table.toString()), "y", new TableColumns(List.of("town"), List.of(), missing));
    if (missing == Missing.ERROR) {
      assertThatThrownBy(() -> load(parquet(missing, "t.parquet")))
          .hasMessage(
              folder.resolve("t.parquet")
                  + ": row 2, column \"b\": the value is missing. Fill it in, remove the row, or"
                  + " set data.missing: drop or mean.");
      return;
    }
    PreparedData expected = load(csv);
    PreparedData data = load(parquet(missing, "t.parquet"));
    assertThat(data.featureNames()).isEqualTo(expected.featureNames()).contains("town=Ulm");
    assertThat(data.contentHash()).isEqualTo(expected.contentHash());
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodecName.class,
      names = {"UNCOMPRESSED", "GZIP", "ZSTD", "LZ4_RAW"})
  void readsFoldersInEveryCodecThatSparkWrites(CompressionCodecName codec) throws Exception {
    PreparedData once = load(parquet(Missing.DROP, "t.parquet"));
    Files.createDirectory(folder.resolve("d"));
    write("d/part-0.parquet", SCHEMA, ROWS, codec, ParquetDataTest::fill);
    Files.writeString(folder.resolve("d/_SUCCESS"), "");
    assertThat(load(parquet(Missing.DROP, "d")).contentHash()).isEqualTo(once.contentHash());
  }

  /** A page that its codec packs as well as it can must not be taken for one that only claims. */
  @ParameterizedTest
  @EnumSource(
      value = CompressionCodecName.class,
      names = {"SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
  void readsPagesOfNothingButZeros(CompressionCodecName codec) throws Exception {
    int rows = 100_000;
    MessageType type =
        MessageTypeParser.parseMessageType("message rows { required int64 x; required int32 y; }");
    var factory = new SimpleGroupFactory(type);
    try (var writer =
        ExampleParquetWriter.builder(
                new org.apache.hadoop.fs.Path(folder.resolve("zeros.parquet").toUri()))
            .withConf(new Configuration())
            .withType(type)
            .withCompressionCodec(codec)
            .withDictionaryEncoding(false)
            .withPageRowCountLimit(rows)
            .build()) {
      for (int i = 0; i < rows; i++) {
        writer.write(factory.newGroup().append("x", 0L).append("y", i % 2));
      }
    }
    assertThat(load(parquet(Missing.ERROR, "zeros.parquet")).classCounts())
        // Three fifths are for training.
        .containsExactly(3 * rows / 10, 3 * rows / 10);
  }

  @Test
  void refusesWhatIsNoNumberOrText() throws Exception {
    String schema = "message rows { required int32 y; required %s }";
    assertProblem(
        schema.formatted("int32 day (DATE);"),
        "column \"day\" is of type DATE, but only numbers, truth values and text can be read."
            + " Write it as a number or as text, or leave it out (data.ignore).");
    assertProblem(
        schema.formatted("group list { repeated int32 x; }"),
        "column \"list\" is nested (a list, a map or a structure), but only numbers, truth values"
            + " and text can be read. Write it as flat columns, or leave it out (data.ignore).");
  }

  private void assertProblem(String schema, String problem) throws Exception {
    Files.deleteIfExists(folder.resolve("x.parquet"));
    write("x.parquet", schema, 0, CompressionCodecName.UNCOMPRESSED, (row, i) -> {});
    assertThatThrownBy(() -> load(parquet(Missing.ERROR, "x.parquet")))
        .isInstanceOf(DataException.class)
        .hasMessage(folder.resolve("x.parquet") + ": " + problem);
  }

  /** What is left out may be of any type. */
  @Test
  void ignoredColumnsAreNotRead() throws Exception {
    String schema =
        "message rows { required group list { repeated int32 x; } required int32 a;"
            + " required boolean y; optional binary raw; }";
    write(
        "n.parquet",
        schema,
        30,
        CompressionCodecName.SNAPPY,
        (row, i) -> {
          row.addGroup("list").add("x", i);
          row.add("a", i);
          row.add("y", i % 2 == 0);
          row.add("raw", Binary.fromConstantByteArray(new byte[] {-1}));
        });
    PreparedData data =
        load(
            new DataSource.Parquet(
                List.of(folder.resolve("n.parquet").toString()),
                "y",
                new TableColumns(List.of(), List.of("list", "raw"), Missing.ERROR)));
    assertThat(data.featureNames()).containsExactly("a");
    assertThat(data.classNames()).containsExactly("false", "true");
    float[] row = new float[1];
    data.training().examples().features().copyRow(29, row, 0);
    assertThat(row).containsExactly(29);
  }

  @Test
  void refusesAnotherFormat() throws Exception {
    Files.writeString(folder.resolve("no.parquet"), "a,y\n1,2\n".repeat(9));
    assertThatThrownBy(() -> load(parquet(Missing.ERROR, "no.parquet")))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(
            folder.resolve("no.parquet") + ": it is no Parquet file that can be read (");
    assertThatThrownBy(() -> load(parquet(Missing.ERROR, "none.parquet")))
        .hasMessage(folder.resolve("none.parquet") + ": it does not exist. Check the path.");
  }
}
