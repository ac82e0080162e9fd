package sweep4j.trial;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table become a network's inputs.
 *
 * @param label name of the column that is predicted
 * @param classes its values, in the order of the network's outputs; empty for regression
 * @param columns the others, in the order of the network's inputs
 * @param missing what became of a row that lacked a value
 */
public record TableInputs(String label, List<String> classes, List<Column> columns, Missing missing)
    implements Inputs {

  /**
   * A column.
   *
   * @param name in the header
   * @param levels the categories, in the order of their inputs; empty for numbers
   * @param fill what stands for a missing value, a number or the place of a category; null if
   *     nothing does
   */
  public record Column(String name, List<String> levels, @Nullable Float fill)
      implements Serializable {

    public Column {
      levels = List.copyOf(levels);
      if (fill != null && !(levels.isEmpty() ? Float.isFinite(fill) : isPlace(fill, levels))) {
        throw new IllegalArgumentException(
            "what stands for a missing value of %s must be a number or the place of a category, but is %s"
                .formatted(name, fill));
      }
    }

    private static boolean isPlace(float fill, List<String> levels) {
      return fill >= 0 && fill < levels.size() && fill == (int) fill;
    }

    /** How many inputs it becomes. */
    public int width() {
      return Math.max(1, levels.size());
    }
  }

  public TableInputs {
    classes = List.copyOf(classes);
    columns = List.copyOf(columns);
    Set<String> seen = new HashSet<>(Set.of(label));
    for (Column column : columns) {
      if (!seen.add(column.name())) {
        throw new IllegalArgumentException(
            "columns must have names of their own, but two are called " + column.name());
      }
    }
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("there must be a column besides the label, but is none");
    }
  }

  @Override
  public int count() {
    return columns.stream().mapToInt(Column::width).sum();
  }
}
