package sweep4j.worker.quick;

/** A gradient toward what a layer computes before its activation. */
final class Delta {
  private final Memory memory;
  private final float[] values;

  /**
   * The same values twice.
   *
   * @param memory where products find them
   * @param values where loops of Java find them: the beginning of a longer array
   */
  Delta(Memory memory, float[] values) {
    this.memory = memory;
    this.values = values;
  }

  Memory memory() {
    return memory;
  }

  float[] values() {
    return values;
  }
}
