package sweep4j.laboratory.problem;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import sweep4j.trial.Catalogue;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Legal;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.Tunable;

/** Reads the tables that {@link CurveTableWriter} writes; see there for their form. */
final class CurveTableReader {

  private final String name;
  private final List<Tunable> parameters;
  private final int maxEpochs;

  private CurveTableReader(String name, List<String> header) {
    int seconds = header.indexOf(CurveTableWriter.SECONDS_PER_EPOCH);
    if (seconds < 1) {
      throw new IllegalArgumentException(
          "the table " + name + " has no column " + CurveTableWriter.SECONDS_PER_EPOCH);
    }
    this.name = name;
    this.parameters =
        header.subList(0, seconds).stream()
            .map(key -> Catalogue.standard().named(key).orElseThrow(() -> unknown(key)))
            .toList();
    this.maxEpochs = header.size() - seconds - 1;
  }

  /**
   * Reads the table {@code name}.
   *
   * @param gzip the file's bytes
   * @throws IllegalArgumentException when it is not one of ours, or not complete
   */
  static CurveTable read(String name, InputStream gzip) throws IOException {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(gzip), StandardCharsets.UTF_8))) {
      List<String> rows = lines.lines().toList();
      if (rows.isEmpty()) {
        throw new IllegalArgumentException("the table " + name + " is empty");
      }
      var reader = new CurveTableReader(name, cells(rows.get(0)));
      return reader.table(rows.subList(1, rows.size()));
    }
  }

  private CurveTable table(List<String> rows) {
    Map<Hyperparameters, Course> courses = new LinkedHashMap<>();
    for (String row : rows) {
      List<String> cells = cells(row);
      if (cells.size() != parameters.size() + 1 + maxEpochs) {
        throw new IllegalArgumentException("the table " + name + " has an uneven row: " + row);
      }
      if (courses.put(hyperparameters(cells), course(cells)) != null) {
        throw new IllegalArgumentException("the table " + name + " has a row twice: " + row);
      }
    }
    return CurveTable.of(name, parameters, maxEpochs, courses);
  }

  private Hyperparameters hyperparameters(List<String> cells) {
    var values = new LinkedHashMap<Tunable, ParameterValue>();
    for (int column = 0; column < parameters.size(); column++) {
      values.put(parameters.get(column), value(parameters.get(column), cells.get(column)));
    }
    return new Hyperparameters(values);
  }

  private static ParameterValue value(Tunable parameter, String cell) {
    Legal legal = parameter.legal();
    if (legal instanceof Legal.RealRange) {
      return new Real(Double.parseDouble(cell));
    } else if (legal instanceof Legal.WholeRange) {
      return new Whole(Integer.parseInt(cell));
    } else if (legal instanceof Legal.OneOf) {
      return new Text(cell);
    }
    throw new IllegalArgumentException(
        "tables hold numbers and names, but " + parameter.key() + " is neither");
  }

  private Course course(List<String> cells) {
    var losses = new ArrayList<Double>();
    for (String cell : cells.subList(parameters.size() + 1, cells.size())) {
      if (!cell.isEmpty()) {
        losses.add(Double.parseDouble(cell));
      }
    }
    return new Course(losses, Double.parseDouble(cells.get(parameters.size())));
  }

  private static List<String> cells(String row) {
    // -1, or empty cells at the end, which tell of divergence, would be dropped.
    return Arrays.asList(row.split(",", -1));
  }

  private IllegalArgumentException unknown(String key) {
    return new IllegalArgumentException(
        "the table " + name + " has the column " + key + ", which is no hyperparameter");
  }
}
