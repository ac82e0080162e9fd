package sweep4j.worker.data;

import java.io.Serializable;

/**
 * The inputs of all examples of a source: a matrix of {@link #rows()} by {@link #columns()}
 * unscaled values, kept as small as the source allows and expanded one mini-batch at a time.
 */
public sealed interface Features extends Serializable
    permits ByteFeatures, FloatFeatures, JoinedFeatures, MixedFeatures, SparseFeatures {

  int rows();

  /** At least 1. */
  int columns();

  /**
   * Writes the values of {@code row} to {@code into[offset]} and the {@code columns() - 1} places
   * after it.
   *
   * @throws IndexOutOfBoundsException if there is no such row, or {@code into} is too short
   */
  void copyRow(int row, float[] into, int offset);

  /**
   * A table of numbers, row after row.
   *
   * @param values {@code rows * columns} values, taken over: the caller must not change them later
   * @throws IllegalArgumentException if the values do not fill whole rows
   */
  static Features ofFloats(float[] values, int columns) {
    return new FloatFeatures(FloatBlocks.of(values, columns));
  }

  /**
   * Images, row after row, each value an unsigned byte from 0 to 255.
   *
   * @param values {@code rows * columns} values, taken over: the caller must not change them later
   * @throws IllegalArgumentException if the values do not fill whole rows
   */
  static Features ofBytes(byte[] values, int columns) {
    return new ByteFeatures(values, columns);
  }
}
