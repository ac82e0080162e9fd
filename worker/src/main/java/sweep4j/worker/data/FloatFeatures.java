package sweep4j.worker.data;

import java.security.MessageDigest;

/** The columns of a table of numbers that lacks none. */
final class FloatFeatures implements Features {
  private static final long serialVersionUID = 1L;

  private final FloatBlocks values;

  FloatFeatures(FloatBlocks values) {
    this.values = values;
  }

  @Override
  public int rows() {
    return values.rows();
  }

  @Override
  public int columns() {
    return values.columns();
  }

  @Override
  public void copyRow(int row, float[] into, int offset) {
    values.copyRow(row, into, offset);
  }

  void addTo(MessageDigest digest) {
    values.addTo(digest);
  }
}
