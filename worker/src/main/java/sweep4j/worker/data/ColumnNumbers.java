package sweep4j.worker.data;

import java.util.Objects;

/** What columns without names are called: 1, 2, 3 and so on. */
final class ColumnNumbers extends NamesByPlace {
  private static final long serialVersionUID = 1L;

  private final int columns;

  ColumnNumbers(int columns) {
    this.columns = columns;
  }

  @Override
  public int size() {
    return columns;
  }

  @Override
  public String get(int column) {
    return String.valueOf(Objects.checkIndex(column, columns) + 1);
  }
}
