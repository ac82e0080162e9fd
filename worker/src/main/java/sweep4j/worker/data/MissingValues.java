package sweep4j.worker.data;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What stands for missing values: in a column of numbers the mean, in one of categories the most
 * frequent (of equally frequent ones the first in order). Both are taken over training rows alone:
 * a held-out row must not tell anything of itself to what is trained.
 */
final class MissingValues {
  private final float[] fills;
  private final int trainingSize;

  private MissingValues(float[] fills, int trainingSize) {
    this.fills = fills;
    this.trainingSize = trainingSize;
  }

  /**
   * Fits to the rows {@code training} of {@code main}; null if such data cannot lack values.
   *
   * @throws DataException if a column has no value in any of these rows
   */
  static @Nullable MissingValues fit(RawData main, int[] training) throws DataException {
    if (!(main.examples().features() instanceof MixedFeatures cells)) {
      return null;
    }
    float[] fills = new float[cells.cellColumns()];
    for (int column = 0; column < fills.length; column++) {
      fills[column] =
          cells.levels(column) == 0
              ? mean(cells, column, training)
              : mostFrequent(cells, column, training);
      if (Float.isNaN(fills[column])) {
        throw new DataException(
            "%s: column %s has no value in any training row, so nothing can stand for the missing ones. Leave it out (data.ignore)."
                .formatted(main.labelPlace(), Quote.text(main.columns().get(column).name())));
      }
    }
    return new MissingValues(fills, training.length);
  }

  private static float mean(MixedFeatures cells, int column, int[] rows) {
    double sum = 0;
    int count = 0;
    for (int row : rows) {
      float value = cells.cell(row, column);
      if (!Float.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return (float) (sum / count);
  }

  private static float mostFrequent(MixedFeatures cells, int column, int[] rows) {
    int[] counts = new int[cells.levels(column)];
    for (int row : rows) {
      float code = cells.cell(row, column);
      if (!Float.isNaN(code)) {
        counts[(int) code]++;
      }
    }
    int best = 0;
    for (int code = 1; code < counts.length; code++) {
      if (counts[code] > counts[best]) {
        best = code;
      }
    }
    return counts[best] == 0 ? Float.NaN : best;
  }

  /** What stands for a missing value of {@code column}: a number, or the code of a category. */
  float fill(int column) {
    return fills[column];
  }

  /** {@code data}, read from {@code place}, with nothing missing, and a remark if something was. */
  RawData fill(RawData data, String place) {
    if (!(data.examples().features() instanceof MixedFeatures cells)) {
      return data;
    }
    long missing = count(cells);
    if (missing == 0) {
      return data;
    }
    var remarks = new ArrayList<>(data.remarks());
    remarks.add(
        "%s: %s filled by means and most frequent categories of the %d training rows"
            .formatted(place, Quote.count(missing, "missing value"), trainingSize));
    return data.with(new Examples(cells.filled(fills), data.examples().labels()), remarks);
  }

  private static long count(MixedFeatures cells) {
    long missing = 0;
    for (int row = 0; row < cells.rows(); row++) {
      for (int column = 0; column < cells.cellColumns(); column++) {
        missing += Float.isNaN(cells.cell(row, column)) ? 1 : 0;
      }
    }
    return missing;
  }
}
