package sweep4j.worker.data;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.DataSource;
import sweep4j.trial.Missing;
import sweep4j.trial.Task;

/**
 * Gathers the rows of all files of a table, and puts categories and classes in order at the end.
 */
final class TableBuilder {
  /** One input each: beyond that, a column is an identifier or free text. */
  private static final int MOST_LEVELS = 10_000;

  private final DataSource.Table source;
  private final String firstFile;
  private final List<String> columnNames;

  /** For each column its categories, or null for numbers. */
  private final @Nullable Names[] categories;

  private final @Nullable RawData like;
  private final FloatBlocks.Builder cells;
  private final float[] row;

  private final @Nullable Names classNames;
  private final Growing.Ints classes = new Growing.Ints();
  private final Growing.Floats targets = new Growing.Floats();

  private TableBuilder(
      DataSource.Table source,
      Task task,
      String firstFile,
      List<String> columnNames,
      @Nullable Names[] categories,
      @Nullable RawData like) {
    this.source = source;
    this.firstFile = firstFile;
    this.columnNames = columnNames;
    this.categories = categories;
    this.like = like;
    this.cells = new FloatBlocks.Builder(columnNames.size());
    this.row = new float[columnNames.size()];
    this.classNames =
        task == Task.REGRESSION ? null : Names.of(like == null ? List.of() : like.classNames());
  }

  /** An empty table with the columns of its first file, or of {@code like}. */
  static TableBuilder of(
      DataSource.Table source,
      Task task,
      String firstFile,
      TableHeader header,
      TableRows rows,
      @Nullable RawData like) {
    List<String> names = header.featureNames();
    var categories = new @Nullable Names[names.size()];
    for (int i = 0; i < categories.length; i++) {
      if (like != null) {
        TableColumn known = like.columns().get(i);
        categories[i] = known.categorical() ? Names.of(known.levels()) : null;
      } else if (source.columns().categorical().contains(names.get(i))
          || rows.isText(header.columns()[i])) {
        categories[i] = new Names();
      }
    }
    return new TableBuilder(source, task, firstFile, names, categories, like);
  }

  List<String> columnNames() {
    return columnNames;
  }

  int rows() {
    return cells.rows();
  }

  /** Adds a row; false if it is left out because it lacks a value. */
  boolean add(TableRow from) throws DataException {
    boolean complete = true;
    int[] columns = from.header().columns();
    for (int i = 0; i < columns.length; i++) {
      float cell = cell(from, columns[i], i);
      complete &= !Float.isNaN(cell);
      row[i] = cell;
    }
    int label = from.header().label();
    float target = 0;
    int id = 0;
    if (classNames == null) {
      target = from.number(label);
    } else {
      id = from.id(label, classNames, like == null ? null : like.classNames());
    }
    boolean labelled = id >= 0 && !Float.isNaN(target);
    if (!labelled || (!complete && !mayLack())) {
      return false;
    }
    if (cells.rows() == Growing.LONGEST) {
      throw new DataException(
          "%s: %s: a table may have %d rows at most. Use fewer."
              .formatted(from.file(), from.rows().place(), Growing.LONGEST));
    }
    cells.add(row);
    if (classNames == null) {
      targets.add(target);
    } else {
      classes.add(id);
    }
    return true;
  }

  /** Whether a row may stay that lacks a value. */
  private boolean mayLack() {
    return source.columns().missing() == Missing.MEAN;
  }

  private float cell(TableRow from, int column, int i) throws DataException {
    Names levels = categories[i];
    if (levels == null) {
      return from.number(column);
    }
    int id = from.id(column, levels, like == null ? null : like.columns().get(i).levels());
    if (id == MOST_LEVELS) {
      throw new DataException(
          "%s: column %s has more than %d categories, each of which would be an input. Leave it out (data.ignore), or group them."
              .formatted(from.file(), Quote.text(columnNames.get(i)), MOST_LEVELS));
    }
    return id < 0 ? Float.NaN : id;
  }

  /**
   * What was added.
   *
   * @param remark for the user; empty for none
   */
  RawData build(String remark) throws DataException {
    String labelPlace = firstFile + ": column " + Quote.text(source.label());
    Labels labels;
    List<String> sortedClasses = List.of();
    if (classNames == null) {
      labels = Labels.targets(targets.toArray());
    } else {
      // The classes of the training data are in order already, and no other may be here.
      sortedClasses = like == null ? classNames.sorted(labelPlace) : like.classNames();
      labels = Labels.classes(replaced(classes.toArray(), classNames.places(sortedClasses)));
    }
    List<TableColumn> columns = like == null ? columns() : like.columns();
    FloatBlocks built = cells.build();
    int[] levels = columns.stream().mapToInt(each -> each.levels().size()).toArray();
    boolean mixed = mayLack() || columns.stream().anyMatch(TableColumn::categorical);
    Features features = mixed ? new MixedFeatures(built, levels) : new FloatFeatures(built);
    return new RawData(
        labelPlace,
        columns.stream().flatMap(TableColumn::featureNames).toList(),
        sortedClasses,
        null,
        new Examples(features, labels),
        columns,
        remark.isEmpty() ? List.of() : List.of(remark));
  }

  private static int[] replaced(int[] ids, int[] by) {
    for (int i = 0; i < ids.length; i++) {
      ids[i] = by[ids[i]];
    }
    return ids;
  }

  /** The columns with their categories in order; their codes in the cells follow. */
  private List<TableColumn> columns() throws DataException {
    var columns = new ArrayList<TableColumn>();
    for (int i = 0; i < categories.length; i++) {
      String name = columnNames.get(i);
      Names levels = categories[i];
      if (levels == null) {
        columns.add(TableColumn.ofNumbers(name));
        continue;
      }
      String place = firstFile + ": column " + Quote.text(name);
      if (levels.size() == 0) {
        throw new DataException(
            place + ": it has no value in any row. Leave it out (data.ignore).");
      }
      List<String> sorted = levels.sorted(place);
      cells.replace(i, levels.places(sorted));
      columns.add(new TableColumn(name, sorted));
    }
    return columns;
  }
}
