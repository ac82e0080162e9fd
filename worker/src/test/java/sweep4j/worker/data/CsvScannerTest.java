package sweep4j.worker.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows cut elsewhere than another reader of the same format would shift cells between columns. */
class CsvScannerTest {
  private static final String[] CELLS = {
    "1",
    "-2.5",
    "",
    " 7 ",
    "\t8",
    "\"q\"",
    " \"a,b\" ",
    "\"c\nd\"",
    "\"e\r\nf\"",
    "\"g\"\"h\"",
    "\"\"",
    "i\"j",
    "k k",
    "é",
    "\"" + "long ".repeat(30) + "\""
  };

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void cutsAsCommonsCsvDoes(int seed) throws Exception {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 300; i++) {
      String text = text(random);
      assertThat(scanned(text, 1 + random.nextInt(40))).as(text).isEqualTo(parsed(text));
    }
  }

  private static String text(SplittableRandom random) {
    var text = new StringBuilder();
    for (int row = random.nextInt(30); row >= 0; row--) {
      for (int cell = random.nextInt(6); cell > 0; cell--) {
        text.append(CELLS[random.nextInt(CELLS.length)]).append(',');
      }
      text.append(CELLS[random.nextInt(CELLS.length)]);
      text.append(new String[] {"\n", "\r\n", "\n\n", "\r"}[random.nextInt(4)]);
    }
    if (random.nextBoolean()) {
      text.append("last,row");
    }
    return text.toString();
  }

  /** Hands out few bytes at a time, so that cells lie across what was read at once. */
  private static List<String> scanned(String text, int most) throws Exception {
    var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    var slow =
        new InputStream() {
          @Override
          public int read() {
            return bytes.read();
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, Math.min(length, most));
          }
        };
    var rows = new ArrayList<String>();
    try (var scanner = new CsvScanner("t.csv", slow)) {
      while (scanner.next()) {
        var cells = new ArrayList<String>();
        for (int cell = 0; cell < scanner.size(); cell++) {
          int start = scanner.start(cell);
          cells.add(
              new String(
                  scanner.bytes(), start, scanner.end(cell) - start, StandardCharsets.UTF_8));
        }
        rows.add(scanner.line() + " " + cells);
      }
    }
    return rows;
  }

  private static List<String> parsed(String text) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(true)
            .build();
    var rows = new ArrayList<String>();
    try (var parser = CSVParser.parse(new StringReader(text), format)) {
      long line = 1;
      for (CSVRecord record : parser) {
        if (record.size() > 1 || !record.get(0).isEmpty()) {
          rows.add(line + " " + record.toList());
        }
        line = parser.getCurrentLineNumber() + 1;
      }
    }
    return rows;
  }
}
