package sweep4j.worker.quick;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.regularization.Regularization;

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
  private final Rule rule;
  private final @Nullable List<Regularization> regularizations;
  private final boolean averaged;
  private final float[] means;
  private final float[] squares;

  /**
   * A segment that remembers nothing yet.
   *
   * @param start index of its first value among all parameters
   * @param length from 1 to {@link #MOST}
   * @param averaged whether its gradient is a sum over the mini-batch that is to become an average
   */
  Segment(
      int start,
      int length,
      Rule rule,
      @Nullable List<Regularization> regularizations,
      boolean averaged) {
    this.start = start;
    this.length = length;
    this.rule = rule;
    this.regularizations = regularizations;
    this.averaged = averaged;
    this.means = new float[rule.remembers() ? length : 0];
    this.squares = new float[means.length];
  }

  int start() {
    return start;
  }

  int length() {
    return length;
  }

  /** The moments that its updater keeps: two arrays of its length, or of none. */
  List<float[]> moments() {
    return List.of(means, squares);
  }

  /**
   * Changes its parameters.
   *
   * @param gradients of its length; holds the updates afterwards
   * @param parameters likewise
   */
  void apply(float[] gradients, float[] parameters, int iteration, int epoch, int rows) {
    rule.begin(iteration, epoch);
    Penalty penalty = Penalty.at(regularizations, rule.rate(), iteration, epoch);
    float divisor = averaged ? rows : 1;
    for (int i = 0; i < length; i++) {
      gradients[i] = gradients[i] / divisor + penalty.l2() * parameters[i];
    }
    if (penalty.l1() != 0) {
      for (int i = 0; i < length; i++) {
        gradients[i] += penalty.l1() * Math.signum(parameters[i]);
      }
    }
    rule.update(gradients, means, squares, length);
    for (int i = 0; i < length; i++) {
      parameters[i] -= gradients[i] + penalty.decay() * parameters[i];
    }
  }
}
