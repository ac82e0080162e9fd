package sweep4j.worker.quick;

/**
 * A parameter among all of a network, or a piece of one: few enough values to stay in the
 * processor's first cache from loop to loop. With arrays of its own for what its updater remembers,
 * because the compiler makes vector instructions only of loops that begin with an array's first
 * value.
 */
final class Segment {
  /** Most values of a segment. */
  static final int MOST = 2048;

  private final int start;
  private final int length;
  private final ParameterStep step;
  private final float[] means;
  private final float[] squares;

  /**
   * A segment that remembers nothing yet.
   *
   * @param start index of its first value among all parameters
   * @param length from 1 to {@link #MOST}
   * @param step of the parameter that it belongs to
   */
  Segment(int start, int length, ParameterStep step) {
    this.start = start;
    this.length = length;
    this.step = step;
    this.means = new float[step.rule().remembers() ? length : 0];
    this.squares = new float[means.length];
  }

  int start() {
    return start;
  }

  int length() {
    return length;
  }

  /** The first moments that its updater keeps: of its length, or of none. */
  float[] means() {
    return means;
  }

  /** The second moments, likewise. */
  float[] squares() {
    return squares;
  }

  /**
   * Changes its parameters, after its step has begun.
   *
   * @param gradients of its length; holds the updates afterwards
   * @param parameters likewise
   */
  void apply(float[] gradients, float[] parameters) {
    Penalty penalty = step.penalty();
    float divisor = step.divisor();
    for (int i = 0; i < length; i++) {
      gradients[i] = gradients[i] / divisor + penalty.l2() * parameters[i];
    }
    if (penalty.l1() != 0) {
      for (int i = 0; i < length; i++) {
        gradients[i] += penalty.l1() * Math.signum(parameters[i]);
      }
    }
    step.rule().update(gradients, means, squares, length);
    for (int i = 0; i < length; i++) {
      parameters[i] -= gradients[i] + penalty.decay() * parameters[i];
    }
  }
}
