package sweep4j.worker.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;

/**
 * A table with categories, or with missing values. It keeps one float per cell, for a category its
 * code, and NaN where a value is missing. A categorical column of n levels is n inputs, of which
 * the one of the row's level is 1 and the others are 0.
 */
final class MixedFeatures implements Features {
  private static final long serialVersionUID = 1L;

  private final FloatBlocks cells;
  private final int[] levels;
  private final float[] fills;
  private final int width;

  /**
   * Takes over {@code cells}.
   *
   * @param levels for each column of the cells, how many levels it has; 0 for numbers
   */
  MixedFeatures(FloatBlocks cells, int[] levels) {
    this(cells, levels, nothing(levels.length));
  }

  private MixedFeatures(FloatBlocks cells, int[] levels, float[] fills) {
    this.cells = cells;
    this.levels = levels.clone();
    this.fills = fills;
    this.width = Arrays.stream(levels).map(each -> Math.max(1, each)).sum();
  }

  private static float[] nothing(int columns) {
    float[] nothing = new float[columns];
    Arrays.fill(nothing, Float.NaN);
    return nothing;
  }

  /**
   * The same cells, with {@code fills} standing for missing ones.
   *
   * @param fills a number or a code for each column of the cells
   */
  MixedFeatures filled(float[] fills) {
    if (fills.length != levels.length) {
      throw new IllegalArgumentException(
          "each column has one fill, but got %d for %d".formatted(fills.length, levels.length));
    }
    return new MixedFeatures(cells, levels, fills.clone());
  }

  @Override
  public int rows() {
    return cells.rows();
  }

  @Override
  public int columns() {
    return width;
  }

  @Override
  public void copyRow(int row, float[] into, int offset) {
    Objects.checkIndex(row, rows());
    Objects.checkFromIndexSize(offset, width, into.length);
    int at = offset;
    for (int column = 0; column < levels.length; column++) {
      float value = cell(row, column);
      if (levels[column] == 0) {
        into[at++] = value;
      } else {
        Arrays.fill(into, at, at + levels[column], 0f);
        into[at + (int) value] = 1f;
        at += levels[column];
      }
    }
  }

  /** Columns of the cells. */
  int cellColumns() {
    return levels.length;
  }

  /** How many levels {@code column} of the cells has; 0 for numbers. */
  int levels(int column) {
    return levels[column];
  }

  /** The number or code in a cell; NaN if it is missing and not filled. */
  float cell(int row, int column) {
    float value = cells.at(row, column);
    return Float.isNaN(value) ? fills[column] : value;
  }

  /** Adds the cells as they were read, without what fills them. */
  void addTo(MessageDigest digest) {
    var counts = ByteBuffer.allocate(Integer.BYTES * levels.length);
    Arrays.stream(levels).forEach(counts::putInt);
    digest.update(counts.array());
    cells.addTo(digest);
  }
}
