package sweep4j.worker.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Missing;
import sweep4j.trial.TableInputs;

/**
 * Rows of a table that a trained network is to answer, one after the other, so that a file may be
 * larger than the memory. Columns are found by their names, in any order; the label may be there or
 * not, and columns that the network does not use are left out. A category that no training row had
 * is a missing value to the network.
 */
public final class NewRows implements NewExamples {

  private static final int ABSENT = -1;

  private final String file;
  private final TableRows rows;
  private final TableInputs inputs;
  private final @Nullable Names[] levels;
  private final Names classes;
  private final int[] places;
  private final List<String> kept;
  private final int[] keptPlaces;
  private final int label;
  private final List<String> leftOut;
  private long unknown;
  private @Nullable String firstUnknown;

  private NewRows(String file, TableRows rows, TableInputs inputs, List<String> keep)
      throws DataException {
    this.file = file;
    this.rows = rows;
    this.inputs = inputs;
    this.classes = Names.of(inputs.classes());
    Map<String, Integer> there = TableHeader.places(file, rows);
    List<TableInputs.Column> columns = inputs.columns();
    checkAllThere(there);
    this.levels = new @Nullable Names[columns.size()];
    this.places = new int[columns.size()];
    var leftOut = new ArrayList<>(rows.names());
    for (int i = 0; i < places.length; i++) {
      TableInputs.Column column = columns.get(i);
      levels[i] = column.levels().isEmpty() ? null : Names.of(column.levels());
      places[i] = rows.names().indexOf(column.name());
      leftOut.remove(column.name());
    }
    this.kept = List.copyOf(keep);
    this.keptPlaces = new int[keep.size()];
    for (int i = 0; i < keptPlaces.length; i++) {
      Integer place = there.get(keep.get(i));
      if (place == null) {
        throw TableHeader.absent(file, "column to keep", keep.get(i), rows.names());
      }
      keptPlaces[i] = place;
      leftOut.remove(keep.get(i));
    }
    this.label = there.getOrDefault(inputs.label(), ABSENT);
    leftOut.remove(inputs.label());
    this.leftOut = List.copyOf(leftOut);
  }

  /**
   * Opens a file of comma-separated values with a header, plain or gzip, or one of Parquet.
   *
   * @param keep names of columns whose texts are asked for
   */
  public static NewRows open(
      String file, boolean parquet, TableInputs inputs, List<String> keep, SourceOpener opener)
      throws DataException {
    try {
      TableRows rows =
          parquet
              ? ParquetRows.open(file, opener, name -> !isUsed(name, inputs, keep))
              : CsvRows.open(file, opener);
      try {
        return new NewRows(file, rows, inputs, keep);
      } catch (DataException e) {
        rows.close();
        throw e;
      }
    } catch (IOException e) {
      throw Sources.failure(file, e);
    }
  }

  private static boolean isUsed(String name, TableInputs inputs, List<String> keep) {
    return name.equals(inputs.label())
        || keep.contains(name)
        || inputs.columns().stream().anyMatch(column -> column.name().equals(name));
  }

  private void checkAllThere(Map<String, Integer> there) throws DataException {
    List<String> missing =
        inputs.columns().stream()
            .map(TableInputs.Column::name)
            .filter(name -> !there.containsKey(name))
            .toList();
    if (missing.isEmpty()) {
      return;
    }
    var unknown = new ArrayList<>(rows.names());
    inputs.columns().forEach(column -> unknown.remove(column.name()));
    unknown.remove(inputs.label());
    throw new DataException(
        "%s: %sof the %s that the network was trained with, it lacks %s%s. Name the columns in the header as in the training data."
            .formatted(
                file,
                rows.headerPlace(),
                Quote.count(inputs.columns().size(), "column"),
                Quote.list(missing),
                unknown.isEmpty() ? "" : ", and has instead " + Quote.list(unknown)));
  }

  @Override
  public List<String> kept() {
    return kept;
  }

  @Override
  public List<String> remarks() {
    var remarks = new ArrayList<String>();
    if (!leftOut.isEmpty()) {
      remarks.add("columns that it does not use: " + String.join(", ", leftOut));
    }
    if (firstUnknown != null) {
      remarks.add(
          "categories that no training row had, taken for missing values: %d (the first: %s)"
              .formatted(unknown, firstUnknown));
    }
    return remarks;
  }

  @Override
  public boolean next() throws DataException {
    try {
      return rows.next();
    } catch (IOException e) {
      throw Sources.failure(file, e);
    }
  }

  @Override
  public boolean copyInputs(float[] into, int offset) throws DataException {
    boolean complete = true;
    int at = offset;
    for (int i = 0; i < places.length; i++) {
      TableInputs.Column column = inputs.columns().get(i);
      float value = value(i, column);
      complete &= !Float.isNaN(value);
      if (column.levels().isEmpty()) {
        into[at++] = value;
      } else {
        Arrays.fill(into, at, at + column.width(), 0f);
        into[at + (int) value] = 1f;
        at += column.width();
      }
    }
    return complete;
  }

  /** A number or the place of a category; NaN if there is none, and that may be. */
  private float value(int i, TableInputs.Column column) throws DataException {
    if (rows.isMissing(places[i])) {
      return missing(places[i], column);
    }
    Names names = levels[i];
    if (names != null) {
      int id = rows.id(places[i], names);
      return id < column.levels().size() ? id : unknown(i, column);
    }
    float number = rows.number(places[i]);
    if (Float.isNaN(number)) {
      throw problem(
          places[i],
          Numbers.problem(
              rows.text(places[i]), "the network was trained with numbers in this column"));
    }
    return number;
  }

  private float unknown(int i, TableInputs.Column column) throws DataException {
    if (inputs.missing() == Missing.ERROR) {
      throw problem(
          places[i],
          "category %s is not in the training data, whose categories are %s. Correct it, train with examples of it, or train a network that can do without (data.missing: mean)."
              .formatted(Quote.text(rows.text(places[i])), Quote.list(column.levels())));
    }
    // The names have learned it, and must not learn all that a large file has.
    levels[i] = Names.of(column.levels());
    unknown++;
    if (firstUnknown == null) {
      firstUnknown =
          "%s, column %s: %s"
              .formatted(rows.place(), Quote.text(column.name()), Quote.text(rows.text(places[i])));
    }
    return missing(places[i], column);
  }

  private float missing(int place, TableInputs.Column column) throws DataException {
    Float fill = column.fill();
    if (fill != null) {
      return fill;
    }
    if (inputs.missing() == Missing.DROP) {
      return Float.NaN;
    }
    throw problem(
        place,
        "the value is missing. Fill it in, remove the row, or train a network that can do without (data.missing: mean).");
  }

  @Override
  public int classOf() throws DataException {
    if (label == ABSENT || rows.isMissing(label)) {
      return ABSENT;
    }
    int id = rows.id(label, classes);
    if (id >= inputs.classes().size()) {
      throw problem(
          label,
          "class %s is not in the training data, whose classes are %s. Correct it, or remove the label's column."
              .formatted(Quote.text(rows.text(label)), Quote.list(inputs.classes())));
    }
    return id;
  }

  @Override
  public float target() throws DataException {
    if (label == ABSENT || rows.isMissing(label)) {
      return Float.NaN;
    }
    float number = rows.number(label);
    if (Float.isNaN(number)) {
      throw problem(
          label,
          Numbers.problem(rows.text(label), "the label was a number when the network was trained"));
    }
    return number;
  }

  /** The texts; empty for a missing value of Parquet. */
  @Override
  public List<String> keptValues() throws DataException {
    var texts = new ArrayList<String>(keptPlaces.length);
    for (int place : keptPlaces) {
      texts.add(rows.text(place));
    }
    return texts;
  }

  private DataException problem(int place, String text) {
    return new DataException(
        "%s: %s, column %s: %s"
            .formatted(file, rows.place(), Quote.text(rows.names().get(place)), text));
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
