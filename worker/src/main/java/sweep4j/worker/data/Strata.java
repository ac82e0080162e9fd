package sweep4j.worker.data;

import java.util.Arrays;

/**
 * A number for each row, from 0 to {@code count - 1}: rows of one number are alike, and a split
 * takes from each number its share.
 */
final class Strata {
  private static final int MOST_BINS = 10;
  private static final int ROWS_PER_BIN = 10;

  private final int[] of;
  private final int count;

  private Strata(int[] of, int count) {
    this.of = of;
    this.count = count;
  }

  /** Classes are strata. */
  static Strata of(Labels.Classes labels, int classes) {
    int[] of = new int[labels.rows()];
    for (int row = 0; row < of.length; row++) {
      of[row] = labels.of(row);
    }
    return new Strata(of, classes);
  }

  /**
   * Bins of the target with equally many rows each, in the order of the target; rows with equal
   * targets are in their own order. Ten bins, or fewer if they would have less than ten rows.
   */
  static Strata of(Labels.Targets targets) {
    int rows = targets.rows();
    long[] sorted = new long[rows];
    for (int row = 0; row < rows; row++) {
      sorted[row] = (long) sortable(targets.of(row)) << 32 | row;
    }
    Arrays.sort(sorted);
    int bins = Math.max(1, Math.min(MOST_BINS, rows / ROWS_PER_BIN));
    int[] of = new int[rows];
    for (int rank = 0; rank < rows; rank++) {
      of[(int) sorted[rank]] = (int) ((long) rank * bins / rows);
    }
    return new Strata(of, bins);
  }

  /** An integer in the same order as {@code value}: IEEE 754 numbers are sign and magnitude. */
  private static int sortable(float value) {
    int bits = Float.floatToIntBits(value);
    return bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
  }

  int count() {
    return count;
  }

  /** How many rows there are of each number. */
  int[] sizes() {
    int[] sizes = new int[count];
    for (int stratum : of) {
      sizes[stratum]++;
    }
    return sizes;
  }

  /** The rows of each number, ascending. */
  int[][] rows() {
    int[] sizes = sizes();
    int[][] rows = new int[count][];
    for (int stratum = 0; stratum < count; stratum++) {
      rows[stratum] = new int[sizes[stratum]];
    }
    for (int row = of.length - 1; row >= 0; row--) {
      rows[of[row]][--sizes[of[row]]] = row;
    }
    return rows;
  }
}
