package sweep4j.worker.data;

import java.io.Serializable;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A matrix of floats in blocks of whole rows. It grows without being copied, and may have more
 * values than one array.
 */
final class FloatBlocks implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A quarter of a megabyte: small enough that no collector gives a block a region of its own. */
  private static final int VALUES_PER_BLOCK = 1 << 16;

  private final float[][] blocks;
  private final int rowsPerBlock;
  private final int rows;
  private final int columns;

  private FloatBlocks(List<float[]> blocks, int rowsPerBlock, int rows, int columns) {
    this.blocks = blocks.toArray(float[][]::new);
    this.rowsPerBlock = rowsPerBlock;
    this.rows = rows;
    this.columns = columns;
  }

  /** All of {@code values}, taken over, in one block. */
  static FloatBlocks of(float[] values, int columns) {
    WholeRows.check(values.length, columns);
    int rows = values.length / columns;
    return new FloatBlocks(List.of(values), Math.max(1, rows), rows, columns);
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  float at(int row, int column) {
    return blocks[row / rowsPerBlock][row % rowsPerBlock * columns + column];
  }

  /** Copies {@code row} to {@code into[offset]} and the places after it. */
  void copyRow(int row, float[] into, int offset) {
    Objects.checkIndex(row, rows);
    System.arraycopy(
        blocks[row / rowsPerBlock], row % rowsPerBlock * columns, into, offset, columns);
  }

  /** Adds all values, row after row, however they lie in blocks. */
  void addTo(MessageDigest digest) {
    for (float[] block : blocks) {
      ContentHash.add(digest, block);
    }
  }

  /** Takes one row after the other. */
  static final class Builder {
    private final List<float[]> blocks = new ArrayList<>();
    private final int columns;
    private final int rowsPerBlock;
    private int rows;

    Builder(int columns) {
      this.columns = columns;
      this.rowsPerBlock = Math.max(1, VALUES_PER_BLOCK / columns);
    }

    int rows() {
      return rows;
    }

    /** Adds a copy of {@code row}. */
    void add(float[] row) {
      int place = rows % rowsPerBlock;
      if (place == 0) {
        blocks.add(new float[rowsPerBlock * columns]);
      }
      System.arraycopy(row, 0, blocks.get(blocks.size() - 1), place * columns, columns);
      rows++;
    }

    /** Replaces each value of {@code column}, a place in {@code by}, by what is there; not NaN. */
    void replace(int column, int[] by) {
      for (int row = 0; row < rows; row++) {
        float[] block = blocks.get(row / rowsPerBlock);
        int at = row % rowsPerBlock * columns + column;
        if (!Float.isNaN(block[at])) {
          block[at] = by[(int) block[at]];
        }
      }
    }

    /** The matrix; nothing may be added any more. */
    FloatBlocks build() {
      int last = blocks.size() - 1;
      if (last >= 0) {
        int used = (rows - last * rowsPerBlock) * columns;
        blocks.set(last, Arrays.copyOf(blocks.get(last), used));
      }
      return new FloatBlocks(blocks, rowsPerBlock, rows, columns);
    }
  }
}
