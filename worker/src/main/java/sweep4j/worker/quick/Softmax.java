package sweep4j.worker.quick;

/** {@code exp(z) / sum(exp(z))}, in double precision between a float and a float. */
final class Softmax {

  private Softmax() {}

  /** Of each of the rows of {@code columns} values that make up {@code length}, in place. */
  static void ofRows(float[] values, int length, int columns) {
    var powers = new double[columns];
    for (int start = 0; start < length; start += columns) {
      float highest = Float.NEGATIVE_INFINITY;
      for (int i = 0; i < columns; i++) {
        highest = Math.max(highest, values[start + i]);
      }
      double sum = 0;
      for (int i = 0; i < columns; i++) {
        powers[i] = Math.exp(values[start + i] - highest);
        sum += powers[i];
      }
      for (int i = 0; i < columns; i++) {
        values[start + i] = (float) (powers[i] / sum);
      }
    }
  }
}
