package sweep4j.driver.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Missing;
import sweep4j.trial.Task;
import sweep4j.worker.data.ColumnProfile;
import sweep4j.worker.data.TableProfile;

/** What a table's columns become in a first sweep, and how large that is. */
public final class SweepDraft {

  /** Of all rows; what is left is trained on. */
  private static final double HELD_OUT = 0.3;

  private final long rows;
  private final LabelChoice label;
  private final List<String> numbers = new ArrayList<>();
  private final List<ColumnProfile> categories = new ArrayList<>();
  private final Map<String, String> leftOut = new LinkedHashMap<>();
  private final Map<String, String> usedAllTheSame = new LinkedHashMap<>();
  private final Missing missing;
  private final List<String> lacking = new ArrayList<>();
  private final Size size;

  private SweepDraft(TableProfile table, LabelChoice label) {
    this.rows = table.rows();
    this.label = label;
    List<ColumnProfile> inputs =
        table.columns().stream().filter(column -> !column.equals(label.column())).toList();
    inputs.forEach(this::add);
    if (inputs() == 0) {
      inputs.forEach(this::addAllTheSame);
    }
    this.missing =
        label.column().missing() > 0
            ? Missing.DROP
            // Of categories, new rows may have others.
            : lacking.isEmpty() && categories.isEmpty() ? Missing.ERROR : Missing.MEAN;
    this.size = Size.of((long) (label.column().present() * (1 - HELD_OUT)));
  }

  /**
   * Drafts a sweep on {@code table}.
   *
   * @param label the column to predict; null to find one
   * @throws IllegalArgumentException if there is nothing to learn, in words for the user
   */
  public static SweepDraft of(TableProfile table, @Nullable String label) {
    var draft = new SweepDraft(table, LabelChoice.of(table, label));
    if (draft.inputs() == 0) {
      throw new IllegalArgumentException(
          "no column besides the label can be learned from: "
              + String.join(
                  "; ",
                  draft.leftOut.entrySet().stream()
                      .map(each -> each.getKey() + ": " + each.getValue())
                      .toList())
              + "; add a column of numbers, or of categories");
    }
    return draft;
  }

  private void add(ColumnProfile column) {
    ColumnUse use = ColumnUse.of(column, rows);
    if (use.kind() == ColumnUse.Kind.LEFT_OUT) {
      leftOut.put(
          column.name(),
          use.alone() == ColumnUse.Kind.CATEGORY
              ? use.why() + "; if they are categories, list it in categorical"
              : String.valueOf(use.why()));
      return;
    }
    add(column, use.kind());
  }

  /** Where there is no other, a year that counts the rows is what there is to learn from. */
  private void addAllTheSame(ColumnProfile column) {
    ColumnUse use = ColumnUse.of(column, rows);
    if (use.alone() != ColumnUse.Kind.LEFT_OUT) {
      leftOut.remove(column.name());
      usedAllTheSame.put(column.name(), String.valueOf(use.why()));
      add(column, use.alone());
    }
  }

  private void add(ColumnProfile column, ColumnUse.Kind kind) {
    if (kind == ColumnUse.Kind.NUMBER) {
      numbers.add(column.name());
    } else {
      categories.add(column);
    }
    if (column.missing() > 0) {
      lacking.add("%s (%d rows)".formatted(column.name(), column.missing()));
    }
  }

  long rows() {
    return rows;
  }

  LabelChoice label() {
    return label;
  }

  boolean classification() {
    return label.task() == Task.CLASSIFICATION;
  }

  List<String> categories() {
    return categories.stream().map(ColumnProfile::name).toList();
  }

  /** The columns that are not used, and why. */
  Map<String, String> leftOut() {
    return leftOut;
  }

  Missing missing() {
    return missing;
  }

  /** The columns that lack values, in words. */
  List<String> lacking() {
    return lacking;
  }

  Size size() {
    return size;
  }

  /** How many numbers a network takes in. */
  int inputs() {
    return numbers.size() + categories.stream().mapToInt(each -> each.levels().size()).sum();
  }

  /** What was found, for the terminal. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    ColumnProfile column = label.column();
    lines.add(
        "label: %s, %s (%s)"
            .formatted(
                column.name(),
                classification()
                    ? "classification in %d classes".formatted(column.levels().size())
                    : "regression from %s to %s".formatted(column.min(), column.max()),
                label.why()));
    lines.add(
        "inputs: %d, from %d columns of numbers and %d of categories; %d rows"
            .formatted(inputs(), numbers.size(), categories.size(), rows));
    if (missing == Missing.DROP) {
      lines.add("rows that lack a value: left out, as some lack the label");
    } else if (!lacking.isEmpty()) {
      lines.add("missing values: filled, in " + String.join(", ", lacking));
    }
    usedAllTheSame.forEach(
        (name, why) -> lines.add("used, as there is no other: %s (%s)".formatted(name, why)));
    leftOut.forEach((name, why) -> lines.add("left out: %s (%s)".formatted(name, why)));
    return lines;
  }
}
