package sweep4j.driver.cli;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import sweep4j.driver.study.RunFolder;

/** A leaderboard without what may differ between two runs of one sweep. */
final class Rows {

  private static final Set<String> OF_THE_RUN =
      Set.of("started", "seconds", "executor", "device", "attempts");

  private Rows() {}

  static List<Map<String, String>> of(RunFolder run) throws IOException {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).build();
    try (var parser = CSVParser.parse(new StringReader(run.read(RunFolder.LEADERBOARD)), format)) {
      List<Map<String, String>> rows = parser.stream().map(CSVRecord::toMap).toList();
      rows.forEach(row -> row.keySet().removeAll(OF_THE_RUN));
      return rows;
    }
  }
}
