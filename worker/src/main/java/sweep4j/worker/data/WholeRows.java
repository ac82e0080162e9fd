package sweep4j.worker.data;

/** The one rule of a matrix laid out row after row. */
final class WholeRows {
  private WholeRows() {}

  static void check(int values, int columns) {
    if (columns < 1 || values % columns != 0) {
      throw new IllegalArgumentException(
          "values must fill whole rows of at least one column, but got "
              + values
              + " values and "
              + columns
              + " columns");
    }
  }
}
