package sweep4j.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A run's {@code leaderboard.csv}, as any program would read it. */
record Rows(List<Map<String, String>> rows) {

  /** Where, when and how fast a trial ran: all that may differ between two runs of one sweep. */
  private static final Set<String> PLACEMENT =
      Set.of("started", "seconds", "executor", "device", "attempts");

  static Rows of(Path run) throws IOException {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).build();
    try (var parser =
        CSVParser.parse(run.resolve("leaderboard.csv"), StandardCharsets.UTF_8, format)) {
      return new Rows(parser.stream().map(CSVRecord::toMap).toList());
    }
  }

  /** The rows in their order without the columns that may differ. */
  List<Map<String, String>> withoutPlacement() {
    return rows.stream()
        .map(
            row -> {
              Map<String, String> rest = new TreeMap<>(row);
              rest.keySet().removeAll(PLACEMENT);
              return rest;
            })
        .toList();
  }

  List<String> column(String name) {
    return rows.stream().map(row -> row.getOrDefault(name, "no such column")).toList();
  }

  /** The largest number in a column; cells without one are passed over. */
  double best(String name) {
    return column(name).stream()
        .filter(cell -> !cell.isEmpty())
        .mapToDouble(Double::parseDouble)
        .max()
        .orElseThrow();
  }

  int size() {
    return rows.size();
  }
}
