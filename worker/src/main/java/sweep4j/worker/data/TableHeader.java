package sweep4j.worker.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.DataSource;

/**
 * The checked names of a table's columns: which is the label, and in which order to read others.
 */
final class TableHeader {
  private final List<String> names;
  private final int label;
  private final int[] columns;

  private TableHeader(List<String> names, int label, int[] columns) {
    this.names = names;
    this.label = label;
    this.columns = columns;
  }

  /** What a header must agree with: the names of its columns, and what has them, for a message. */
  record Model(List<String> names, String owner) {}

  /**
   * Checks the header of {@code file}.
   *
   * @param model the columns to find, in any order; null for the first file of all
   */
  static TableHeader check(
      DataSource.Table source, String file, TableRows rows, @Nullable Model model)
      throws DataException {
    List<String> names = rows.names();
    Map<String, Integer> places = places(file, rows);
    Integer label = places.get(source.label());
    if (label == null) {
      throw absent(file, "label column", source.label(), names);
    }
    if (names.size() == 1) {
      throw new DataException(
          "%s: there is no column besides the label %s. Add at least one feature column; columns are separated by commas."
              .formatted(file, Quote.text(source.label())));
    }
    var features = new ArrayList<>(names);
    features.remove(label.intValue());
    features.removeAll(source.columns().ignored());
    if (model == null) {
      checkListed(source, file, names);
    } else {
      checkSame(file, features, model);
    }
    if (features.isEmpty()) {
      throw new DataException(
          "%s: data.ignore leaves no column besides the label %s. Keep at least one."
              .formatted(file, Quote.text(source.label())));
    }
    List<String> wanted = model == null ? features : model.names();
    return new TableHeader(names, label, wanted.stream().mapToInt(places::get).toArray());
  }

  /** Where each of the names stands. */
  static Map<String, Integer> places(String file, TableRows rows) throws DataException {
    var places = new HashMap<String, Integer>();
    for (int i = 0; i < rows.names().size(); i++) {
      String name = rows.names().get(i);
      if (name.isEmpty()) {
        throw new DataException(
            "%s: %scolumn %d has no name in the header. Name it, or remove it (pandas and R write such a column for the names of rows: to_csv(..., index=False), write.csv(..., row.names=FALSE))."
                .formatted(file, rows.headerPlace(), i + 1));
      }
      Integer before = places.put(name, i);
      if (before != null) {
        throw new DataException(
            "%s: %scolumns %d and %d are both named %s. Rename or remove one."
                .formatted(file, rows.headerPlace(), before + 1, i + 1, Quote.text(name)));
      }
    }
    return places;
  }

  /** A name that is misspelt would otherwise have no effect. */
  private static void checkListed(DataSource.Table source, String file, List<String> names)
      throws DataException {
    for (String name : source.columns().categorical()) {
      if (!names.contains(name)) {
        throw absent(file, "data.categorical lists a column that is not there:", name, names);
      }
    }
    for (String name : source.columns().ignored()) {
      if (!names.contains(name)) {
        throw absent(file, "data.ignore lists a column that is not there:", name, names);
      }
    }
  }

  /** That a column is not there; {@code what} says which, or begins with {@code data.}. */
  static DataException absent(String file, String what, String name, List<String> names) {
    String nearest = Nearest.to(name, names);
    return new DataException(
        "%s: %s %s%s The columns are %s.%s"
            .formatted(
                file,
                what.startsWith("data.") ? what : "there is no " + what,
                Quote.text(name),
                nearest == null ? "." : "; did you mean " + Quote.text(nearest) + "?",
                Quote.list(names),
                // One column whose name has another separator in it is a whole line.
                names.size() == 1 && names.get(0).matches(".*[;\t|].*")
                    ? " Columns must be separated by commas."
                    : ""));
  }

  private static void checkSame(String file, List<String> features, Model model)
      throws DataException {
    var missing = new ArrayList<>(model.names());
    missing.removeAll(features);
    var extra = new ArrayList<>(features);
    extra.removeAll(model.names());
    if (!missing.isEmpty() || !extra.isEmpty()) {
      throw new DataException(
          "%s: its columns must be those of %s, in any order, but %s%s%s."
              .formatted(
                  file,
                  model.owner(),
                  missing.isEmpty() ? "" : "it lacks " + Quote.list(missing),
                  missing.isEmpty() || extra.isEmpty() ? "" : " and ",
                  extra.isEmpty() ? "" : "it also has " + Quote.list(extra)));
    }
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
