package sweep4j.worker.data;

import java.security.MessageDigest;
import java.util.Objects;

/** The columns of a table. */
final class FloatFeatures implements Features {
  private static final long serialVersionUID = 1L;

  private final float[] values;
  private final int columns;

  FloatFeatures(float[] values, int columns) {
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
    System.arraycopy(values, Objects.checkIndex(row, rows()) * columns, into, offset, columns);
  }

  void addTo(MessageDigest digest) {
    ContentHash.add(digest, values);
  }
}
