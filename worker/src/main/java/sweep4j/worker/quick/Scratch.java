package sweep4j.worker.quick;

/** A Java array that is kept for the next mini-batch, and grows when that needs more. */
final class Scratch {
  private float[] values = {};

  /** At least {@code length} values, those of the last use among them. */
  float[] ofLength(int length) {
    if (values.length < length) {
      values = new float[length];
    }
    return values;
  }
}
