package sweep4j.worker.data;

import java.util.List;
import java.util.stream.Stream;

/**
 * A column of a table as it was read, the label's left out.
 *
 * @param name in the header
 * @param levels the categories of a categorical column, in the order of their codes; empty for a
 *     column of numbers
 */
record TableColumn(String name, List<String> levels) {
  TableColumn {
    levels = List.copyOf(levels);
  }

  static TableColumn ofNumbers(String name) {
    return new TableColumn(name, List.of());
  }

  boolean categorical() {
    return !levels.isEmpty();
  }

  /** Names of the inputs that a network gets from it. */
  Stream<String> featureNames() {
    return categorical() ? levels.stream().map(level -> name + "=" + level) : Stream.of(name);
  }
}
