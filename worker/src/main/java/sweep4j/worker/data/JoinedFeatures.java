package sweep4j.worker.data;

/** The rows of one source and, behind them, those of another with the same columns; no copy. */
record JoinedFeatures(Features first, Features second) implements Features {

  JoinedFeatures {
    if (first.columns() != second.columns()) {
      throw new IllegalArgumentException(
          "features to join must have as many columns, but got %d and %d"
              .formatted(first.columns(), second.columns()));
    }
  }

  @Override
  public int rows() {
    return Math.addExact(first.rows(), second.rows());
  }

  @Override
  public int columns() {
    return first.columns();
  }

  @Override
  public void copyRow(int row, float[] into, int offset) {
    if (row < first.rows()) {
      first.copyRow(row, into, offset);
    } else {
      second.copyRow(row - first.rows(), into, offset);
    }
  }
}
