package sweep4j.worker.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.DataSource;

/**
 * The checked header of a table: which column is the label, and in which order to read the rest.
 */
final class CsvHeader {
  private final List<String> names;
  private final int label;
  private final int[] columns;

  private CsvHeader(List<String> names, int label, int[] columns) {
    this.names = names;
    this.label = label;
    this.columns = columns;
  }

  /**
   * Checks {@code names}, found at {@code line}.
   *
   * @param like the training data that the columns must agree with, or null
   */
  static CsvHeader check(
      DataSource.Csv source, long line, List<String> names, @Nullable RawData like)
      throws DataException {
    Map<String, Integer> places = places(source, line, names);
    Integer label = places.get(source.label());
    if (label == null) {
      String nearest = Nearest.to(source.label(), names);
      throw new DataException(
          "%s: there is no label column %s%s The columns are %s.%s"
              .formatted(
                  source.path(),
                  Quote.text(source.label()),
                  nearest == null ? "." : "; did you mean " + Quote.text(nearest) + "?",
                  Quote.list(names),
                  // One column whose name has another separator in it is a whole line.
                  names.size() == 1 && names.get(0).matches(".*[;\t|].*")
                      ? " Columns must be separated by commas."
                      : ""));
    }
    if (names.size() == 1) {
      throw new DataException(
          "%s: there is no column besides the label %s. Add at least one feature column; columns are separated by commas."
              .formatted(source.path(), Quote.text(source.label())));
    }
    var features = new ArrayList<>(names);
    features.remove(label.intValue());
    List<String> wanted = like == null ? features : like.featureNames();
    checkSame(source, features, wanted);
    int[] columns = wanted.stream().mapToInt(places::get).toArray();
    return new CsvHeader(names, label, columns);
  }

  private static Map<String, Integer> places(DataSource.Csv source, long line, List<String> names)
      throws DataException {
    var places = new HashMap<String, Integer>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name.isEmpty()) {
        throw new DataException(
            "%s: line %d: column %d has no name in the header. Name it, or remove it (pandas writes such a column for its index: to_csv(..., index=False))."
                .formatted(source.path(), line, i + 1));
      }
      Integer before = places.put(name, i);
      if (before != null) {
        throw new DataException(
            "%s: line %d: columns %d and %d are both named %s. Rename or remove one."
                .formatted(source.path(), line, before + 1, i + 1, Quote.text(name)));
      }
    }
    return places;
  }

  private static void checkSame(DataSource.Csv source, List<String> features, List<String> wanted)
      throws DataException {
    var missing = new ArrayList<>(wanted);
    missing.removeAll(features);
    var extra = new ArrayList<>(features);
    extra.removeAll(wanted);
    if (!missing.isEmpty() || !extra.isEmpty()) {
      throw new DataException(
          "%s: its columns must be those of the training data, in any order, but %s%s%s."
              .formatted(
                  source.path(),
                  missing.isEmpty() ? "" : "it lacks " + Quote.list(missing),
                  missing.isEmpty() || extra.isEmpty() ? "" : " and ",
                  extra.isEmpty() ? "" : "it also has " + Quote.list(extra)));
    }
  }

  /** How many cells a row has. */
  int size() {
    return names.size();
  }

  String name(int column) {
    return names.get(column);
  }

  /** The place of the label in a row. */
  int label() {
    return label;
  }

  /** The places of the features in a row, in the order in which they are kept; not a copy. */
  int[] columns() {
    return columns;
  }

  List<String> featureNames() {
    var features = new ArrayList<String>(columns.length);
    for (int column : columns) {
      features.add(names.get(column));
    }
    return features;
  }
}
