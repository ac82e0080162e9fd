package sweep4j.driver.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Missing;
import sweep4j.trial.TableColumns;

/** Reads what {@code data:} says of a table's columns, the label's left out. */
final class ColumnsSection {
  private static final Map<String, Missing> MISSING = Choice.of(Missing.values());

  private ColumnsSection() {}

  /**
   * The columns, or null after a problem.
   *
   * @param label null if a problem with it has been reported
   */
  static @Nullable TableColumns read(Section data, @Nullable String label) {
    Set<String> taken = new HashSet<>();
    if (label != null) {
      taken.add(label);
    }
    List<String> categorical = names(data, Key.DATA_CATEGORICAL, taken);
    List<String> ignored = names(data, Key.DATA_IGNORE, taken);
    Missing missing = data.read(Key.DATA_MISSING, Missing.ERROR, value -> value.choice(MISSING));
    return categorical == null || ignored == null || missing == null
        ? null
        : new TableColumns(categorical, ignored, missing);
  }

  /** Names that are not {@code taken}, which then are; null after a problem. */
  private static @Nullable List<String> names(Section data, Key key, Set<String> taken) {
    return data.read(
        key,
        List.of(),
        value -> {
          // [] is what every default written out looks like.
          if (value.node() instanceof Node.Sequence list && list.items().isEmpty()) {
            return List.of();
          }
          List<Value> items = value.items("a list of columns' names");
          if (items == null) {
            return null;
          }
          var names = new ArrayList<String>();
          for (Value item : items) {
            String name = item.text("the name of a column");
            if (name != null && taken.contains(name)) {
              item.problems()
                  .add(
                      item.place(),
                      "%s names %s, which is the label or listed already"
                          .formatted(value.path(), item.node().shown()));
              return null;
            }
            if (name != null) {
              names.add(name);
              taken.add(name);
            }
          }
          return names.size() == items.size() ? names : null;
        });
  }
}
