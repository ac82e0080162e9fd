package sweep4j.worker.data;

import java.util.Arrays;
import sweep4j.trial.Scale;

/**
 * What scaling needs to know of a column, over some rows.
 *
 * @param min least value
 * @param max greatest value
 * @param mean arithmetic mean
 * @param deviation standard deviation of the population
 */
record ColumnStatistics(float min, float max, double mean, double deviation) {
  /**
   * ND4J's normalizers raise a smaller spread than 1e-5 to that, silently, and compare floats with
   * that tolerance; twice as much is safely apart.
   */
  private static final float LEAST_SPREAD = 2e-5f;

  /** Of an input that is 0 or 1 to say which category a row is of: scaling leaves it alone. */
  private static final ColumnStatistics INDICATOR = new ColumnStatistics(0, 1, 0, 1);

  /** Of a column of zeros; there may be millions of them, for which one object does. */
  static final ColumnStatistics ZEROS = new ColumnStatistics(0, 0, 0, 0);

  private boolean constant() {
    return min == max;
  }

  /** What is subtracted. */
  float shift(Scale scale) {
    return switch (scale) {
      case NONE -> 0;
      case STANDARDIZE -> (float) mean;
      case MIN_MAX -> min;
    };
  }

  /** The second number that ND4J keeps of a column: the standard deviation, or the upper bound. */
  float spread(Scale scale) {
    return switch (scale) {
      case NONE -> 1;
      case STANDARDIZE -> constant() ? 1 : (float) deviation;
      // Beside a large number, 1 is lost to rounding, and the range would be 0.
      case MIN_MAX -> constant() ? min + Math.max(1, Math.ulp(min)) : max;
    };
  }

  /** What is divided by; above 0. */
  float divisor(Scale scale) {
    return scale == Scale.MIN_MAX ? spread(scale) - shift(scale) : spread(scale);
  }

  /** Whether ND4J's normalizers would divide by {@link #divisor} as well. */
  boolean scalable(Scale scale) {
    return scale == Scale.NONE || constant() || divisor(scale) >= LEAST_SPREAD;
  }

  /** What scaling by nothing needs to know of columns. */
  static ColumnStatistics[] unknown(int columns) {
    var unknown = new ColumnStatistics[columns];
    Arrays.fill(unknown, ZEROS);
    return unknown;
  }

  /** Statistics of each column; all the same one where the columns share a unit. */
  static ColumnStatistics[] ofFeatures(Subset subset) {
    Features features = subset.examples().features();
    if (features instanceof ByteFeatures bytes) {
      var columns = new ColumnStatistics[bytes.columns()];
      Arrays.fill(columns, ofPixels(subset, bytes));
      return columns;
    }
    if (features instanceof SparseFeatures sparse) {
      return SparseStatistics.of(subset, sparse);
    }
    ColumnStatistics[] columns = ofColumns(subset, features);
    if (features instanceof MixedFeatures mixed) {
      leaveIndicators(mixed, columns);
    }
    return columns;
  }

  private static void leaveIndicators(MixedFeatures features, ColumnStatistics[] columns) {
    int at = 0;
    for (int cell = 0; cell < features.cellColumns(); cell++) {
      int width = Math.max(1, features.levels(cell));
      if (features.levels(cell) > 0) {
        Arrays.fill(columns, at, at + width, INDICATOR);
      }
      at += width;
    }
  }

  /** Statistics of the targets of {@code subset}'s rows. */
  static ColumnStatistics ofTargets(Subset subset, Labels.Targets targets) {
    float[] values = new float[targets.rows()];
    for (int row = 0; row < values.length; row++) {
      values[row] = targets.of(row);
    }
    return ofColumns(subset, Features.ofFloats(values, 1))[0];
  }

  /** Two passes: the textbook's formula of one pass loses all digits where the mean is large. */
  private static ColumnStatistics[] ofColumns(Subset subset, Features features) {
    int columns = features.columns();
    float[] values = new float[columns];
    float[] min = new float[columns];
    float[] max = new float[columns];
    double[] mean = new double[columns];
    double[] squares = new double[columns];
    Arrays.fill(min, Float.POSITIVE_INFINITY);
    Arrays.fill(max, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < subset.size(); i++) {
      features.copyRow(subset.row(i), values, 0);
      for (int column = 0; column < columns; column++) {
        min[column] = Math.min(min[column], values[column]);
        max[column] = Math.max(max[column], values[column]);
        mean[column] += values[column];
      }
    }
    for (int column = 0; column < columns; column++) {
      mean[column] /= subset.size();
    }
    for (int i = 0; i < subset.size(); i++) {
      features.copyRow(subset.row(i), values, 0);
      for (int column = 0; column < columns; column++) {
        double difference = values[column] - mean[column];
        squares[column] += difference * difference;
      }
    }
    var statistics = new ColumnStatistics[columns];
    for (int column = 0; column < columns; column++) {
      double deviation = Math.sqrt(squares[column] / subset.size());
      statistics[column] = new ColumnStatistics(min[column], max[column], mean[column], deviation);
    }
    return statistics;
  }

  /** Bytes take 256 values, so counting them gives sums without any rounding. */
  private static ColumnStatistics ofPixels(Subset subset, ByteFeatures pixels) {
    long[] counts = new long[256];
    for (int i = 0; i < subset.size(); i++) {
      pixels.countRow(subset.row(i), counts);
    }
    int min = 255;
    int max = 0;
    long count = 0;
    long sum = 0;
    for (int value = 0; value < counts.length; value++) {
      if (counts[value] > 0) {
        min = Math.min(min, value);
        max = value;
      }
      count += counts[value];
      sum += value * counts[value];
    }
    double mean = (double) sum / count;
    double squares = 0;
    for (int value = 0; value < counts.length; value++) {
      squares += counts[value] * (value - mean) * (value - mean);
    }
    return new ColumnStatistics(min, max, mean, Math.sqrt(squares / count));
  }
}
