package sweep4j.worker.data;

/** Statistics of columns that are mostly zeros, without visiting the zeros. */
final class SparseStatistics {
  private SparseStatistics() {}

  /** Statistics of each column over the rows of {@code subset}, zeros included. */
  static ColumnStatistics[] of(Subset subset, SparseFeatures features) {
    int columns = features.columns();
    float[] min = new float[columns];
    float[] max = new float[columns];
    int[] counts = new int[columns];
    double[] means = new double[columns];
    for (int i = 0; i < subset.size(); i++) {
      int row = subset.row(i);
      for (int at = features.start(row); at < features.start(row + 1); at++) {
        int column = features.index(at);
        float value = features.value(at);
        // A column that so far had a value in each row has not shown a zero yet.
        min[column] = counts[column] == 0 && i == 0 ? value : Math.min(min[column], value);
        max[column] = counts[column] == 0 && i == 0 ? value : Math.max(max[column], value);
        counts[column]++;
        means[column] += value;
      }
    }
    for (int column = 0; column < columns; column++) {
      means[column] /= subset.size();
      if (counts[column] < subset.size()) {
        min[column] = Math.min(0, min[column]);
        max[column] = Math.max(0, max[column]);
      }
    }
    double[] squares = squares(subset, features, means);
    var statistics = new ColumnStatistics[columns];
    for (int column = 0; column < columns; column++) {
      double zeros = (double) subset.size() - counts[column];
      double sum = squares[column] + zeros * means[column] * means[column];
      statistics[column] =
          counts[column] == 0
              ? ColumnStatistics.ZEROS
              : new ColumnStatistics(
                  min[column], max[column], means[column], Math.sqrt(sum / subset.size()));
    }
    return statistics;
  }

  /** Sums of the squared differences of the stored values from their column's mean. */
  private static double[] squares(Subset subset, SparseFeatures features, double[] means) {
    double[] squares = new double[means.length];
    for (int i = 0; i < subset.size(); i++) {
      int row = subset.row(i);
      for (int at = features.start(row); at < features.start(row + 1); at++) {
        double difference = features.value(at) - means[features.index(at)];
        squares[features.index(at)] += difference * difference;
      }
    }
    return squares;
  }
}
