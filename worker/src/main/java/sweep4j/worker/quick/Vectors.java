package sweep4j.worker.quick;

/**
 * Loops over arrays of floats. All begin at the first value: of others, the compiler makes no
 * vector instructions.
 */
final class Vectors {

  private Vectors() {}

  /** {@code to += from}. */
  static void add(float[] from, float[] to, int count) {
    for (int i = 0; i < count; i++) {
      to[i] += from[i];
    }
  }

  /** {@code array *= factors}. */
  static void multiply(float[] array, float[] factors, int count) {
    for (int i = 0; i < count; i++) {
      array[i] *= factors[i];
    }
  }

  /** relu. */
  static void rectify(float[] array, int count) {
    for (int i = 0; i < count; i++) {
      array[i] = Math.max(array[i], 0);
    }
  }

  /**
   * The gradient of relu.
   *
   * @param delta toward its output, to be changed into that toward its input
   * @param output of relu
   */
  static void rectifyGradient(float[] delta, float[] output, int count) {
    for (int i = 0; i < count; i++) {
      // 1 or 0, without a branch that the processor would guess wrong every other time.
      delta[i] *= Math.min(output[i] * Float.MAX_VALUE, 1);
    }
  }
}
