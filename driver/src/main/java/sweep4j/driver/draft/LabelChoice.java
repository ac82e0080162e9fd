package sweep4j.driver.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Printable;
import sweep4j.trial.Task;
import sweep4j.worker.data.ColumnProfile;
import sweep4j.worker.data.TableProfile;

/**
 * The column to predict, and whether it names classes.
 *
 * @param column what it holds
 * @param task what follows from that
 * @param why it is this one, in words
 */
record LabelChoice(ColumnProfile column, Task task, String why) {

  private static final List<String> USUAL = List.of("label", "target", "class", "y");

  /** More different numbers are amounts. */
  private static final int MOST_NUMBERED_CLASSES = 20;

  /** A class must be in each of training, validation and test. */
  private static final int ROWS_OF_A_CLASS = 3;

  /**
   * Chooses it.
   *
   * @param wanted by the user; null to find one
   * @throws IllegalArgumentException if there is none, in words for the user
   */
  static LabelChoice of(TableProfile table, @Nullable String wanted) {
    List<ColumnProfile> columns = table.columns();
    if (wanted != null) {
      return of(
          columns.stream()
              .filter(each -> each.name().equals(wanted))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "there is no column \"%s\" to be the label; the columns are %s"
                              .formatted(
                                  wanted, columns.stream().map(ColumnProfile::name).toList()))),
          "as told");
    }
    for (ColumnProfile column : columns) {
      if (USUAL.stream().anyMatch(column.name()::equalsIgnoreCase)) {
        return of(column, "by its name; --label names another");
      }
    }
    return of(columns.get(columns.size() - 1), "the last column; --label names another");
  }

  private static LabelChoice of(ColumnProfile column, String why) {
    checkValues(column);
    ColumnProfile.@Nullable Level least =
        column.levels().isEmpty() ? null : column.levels().get(column.levels().size() - 1);
    boolean few = least != null && least.rows() >= ROWS_OF_A_CLASS;
    if (column.texts() == 0) {
      boolean classes = few && column.whole() && !column.hasMoreLevelsThan(MOST_NUMBERED_CLASSES);
      return new LabelChoice(column, classes ? Task.CLASSIFICATION : Task.REGRESSION, why);
    }
    if (least == null || column.hasMoreLevelsThan(column.present() / ROWS_OF_A_CLASS)) {
      throw none(
          column,
          "has %s different texts in %d rows, of which %s"
              .formatted(column.distinctInWords(), column.present(), column.firstText()));
    }
    if (!few) {
      throw none(
          column,
          "has the class \"%s\" in %s only, but training, validation and test need one each"
              .formatted(
                  Printable.line(least.text()),
                  least.rows() == 1 ? "1 row" : least.rows() + " rows"),
          "add rows of it, remove those that there are");
    }
    return new LabelChoice(column, Task.CLASSIFICATION, why);
  }

  private static void checkValues(ColumnProfile column) {
    if (column.obstacle() != null) {
      throw none(
          column,
          "is %s, which cannot be read".formatted(column.obstacle()),
          "write it as numbers or as text");
    }
    if (column.present() == 0) {
      throw none(column, "has no value in any row");
    }
    if (column.levels().size() == 1) {
      throw none(column, "has the same value in every row");
    }
    if (column.texts() == 0 && column.min() == column.max()) {
      throw none(
          column,
          "has only numbers that are %s in single precision".formatted(column.min()),
          "subtract what they have in common");
    }
  }

  private static IllegalArgumentException none(ColumnProfile column, String what) {
    return new IllegalArgumentException(
        "column \"%s\" %s, and is no label to learn; name another with --label"
            .formatted(Printable.line(column.name()), what));
  }

  private static IllegalArgumentException none(ColumnProfile column, String what, String remedy) {
    return new IllegalArgumentException(
        "column \"%s\" %s; %s, or name another with --label"
            .formatted(Printable.line(column.name()), what, remedy));
  }
}
