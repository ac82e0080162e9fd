package sweep4j.worker.data;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.DataSource;
import sweep4j.trial.Missing;

/** The current row of a file, read as its columns ask for, with what is wrong in it. */
record TableRow(String file, DataSource.Table source, TableRows rows, TableHeader header) {
  private static final String TEXT =
      "if the column holds categories, list it in data.categorical; if it is of no use, in"
          + " data.ignore";
  private static final String CLASSES = "if the label names classes, set data.task: classification";

  /**
   * The number in {@code column}, NaN if it is missing and may be.
   *
   * @throws DataException if there is something else than a number
   */
  float number(int column) throws DataException {
    float value = rows.number(column);
    if (Float.isNaN(value)) {
      if (!rows.isMissing(column)) {
        throw problem(
            column, Numbers.problem(rows.text(column), column == header.label() ? CLASSES : TEXT));
      }
      refuseMissing(column);
    }
    return value;
  }

  /**
   * The number that {@code names} gives to the text in {@code column}; -1 if it is missing and may
   * be.
   *
   * @param known all that {@code names} may have, as the training data have it; null if any text
   *     may turn up
   */
  int id(int column, Names names, @Nullable List<String> known) throws DataException {
    if (rows.isMissing(column)) {
      refuseMissing(column);
      return -1;
    }
    int id = rows.id(column, names);
    if (known != null && id >= known.size()) {
      boolean label = column == header.label();
      throw problem(
          column,
          "%s %s is not in the training data, whose %s are %s. Correct it, or %s."
              .formatted(
                  label ? "class" : "category",
                  Quote.text(rows.text(column)),
                  label ? "classes" : "categories",
                  Quote.list(known),
                  label ? "add training examples of it" : "add a training example with it"));
    }
    return id;
  }

  private void refuseMissing(int column) throws DataException {
    Missing missing = source.columns().missing();
    boolean label = column == header.label();
    if (missing == Missing.ERROR || (label && missing == Missing.MEAN)) {
      throw problem(
          column,
          "the %s is missing%s. Fill it in, remove the row, or set data.missing: %s."
              .formatted(
                  label ? "label" : "value",
                  rows.text(column).isEmpty() ? "" : " (" + Quote.text(rows.text(column)) + ")",
                  label ? "drop" : "drop or mean"));
    }
  }

  private DataException problem(int column, String text) {
    return new DataException(
        "%s: %s, column %s: %s"
            .formatted(file, rows.place(), Quote.text(header.name(column)), text));
  }
}
