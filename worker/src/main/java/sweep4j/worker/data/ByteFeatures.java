package sweep4j.worker.data;

import java.security.MessageDigest;
import java.util.Objects;

/** The pixels of grey images: a quarter of the memory that floats would take. */
final class ByteFeatures implements Features {
  private static final long serialVersionUID = 1L;

  private final byte[] values;
  private final int columns;

  ByteFeatures(byte[] values, int columns) {
    WholeRows.check(values.length, columns);
    this.values = values;
    this.columns = columns;
  }

  @Override
  public int rows() {
    return values.length / columns;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public void copyRow(int row, float[] into, int offset) {
    int start = Objects.checkIndex(row, rows()) * columns;
    Objects.checkFromIndexSize(offset, columns, into.length);
    for (int column = 0; column < columns; column++) {
      into[offset + column] = values[start + column] & 0xff;
    }
  }

  /** Counts the values of {@code row} into {@code counts}, which has 256 places. */
  void countRow(int row, long[] counts) {
    int start = row * columns;
    for (int i = start; i < start + columns; i++) {
      counts[values[i] & 0xff]++;
    }
  }

  void addTo(MessageDigest digest) {
    digest.update(values);
  }
}
