package sweep4j.worker.data;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;

/** A table that is mostly zeros, in compressed rows: the other values and their columns. */
final class SparseFeatures implements Features {
  private static final long serialVersionUID = 1L;

  /** Where the values of each row begin, and where those of the last one end. */
  private final int[] starts;

  private final int[] indices;
  private final float[] values;
  private final int columns;

  /**
   * Takes over the arrays.
   *
   * @param starts one more than there are rows, ascending from 0 to the number of values
   * @param indices the column of each value, from 0, ascending within a row
   * @throws IllegalArgumentException if the arrays do not fit together
   */
  SparseFeatures(int[] starts, int[] indices, float[] values, int columns) {
    if (indices.length != values.length
        || starts[0] != 0
        || starts[starts.length - 1] != values.length) {
      throw new IllegalArgumentException(
          "compressed rows must fit together, but got %d columns of %d values"
              .formatted(indices.length, values.length));
    }
    for (int index : indices) {
      Objects.checkIndex(index, columns);
    }
    this.starts = starts;
    this.indices = indices;
    this.values = values;
    this.columns = columns;
  }

  @Override
  public int rows() {
    return starts.length - 1;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public void copyRow(int row, float[] into, int offset) {
    Objects.checkIndex(row, rows());
    Arrays.fill(into, offset, offset + columns, 0f);
    for (int i = starts[row]; i < starts[row + 1]; i++) {
      into[offset + indices[i]] = values[i];
    }
  }

  /** The first place of the values of {@code row}; they end where those of the next row begin. */
  int start(int row) {
    return starts[row];
  }

  /** The column of the value at place {@code i}. */
  int index(int i) {
    return indices[i];
  }

  float value(int i) {
    return values[i];
  }

  void addTo(MessageDigest digest) {
    ContentHash.add(digest, new int[] {columns});
    ContentHash.add(digest, starts);
    ContentHash.add(digest, indices);
    ContentHash.add(digest, values);
  }
}
