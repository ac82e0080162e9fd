package sweep4j.worker.quick;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;

/**
 * What regularization adds to a parameter's gradient and to its update.
 *
 * @param l1 times the sign of the parameter, to the gradient
 * @param l2 times the parameter, to the gradient
 * @param decay times the parameter, to the update
 */
record Penalty(float l1, float l2, float decay) {
  static final Penalty NONE = new Penalty(0, 0, 0);

  /** Whether {@link #at} knows all of these; not subclasses, which may compute anything. */
  static boolean knows(@Nullable List<Regularization> regularizations) {
    return regularizations == null
        || regularizations.stream()
            .allMatch(
                r ->
                    r.getClass() == L1Regularization.class
                        || r.getClass() == L2Regularization.class
                        || r.getClass() == WeightDecay.class);
  }

  /**
   * At an iteration.
   *
   * @param rate the learning rate there
   */
  static Penalty at(
      @Nullable List<Regularization> regularizations, double rate, int iteration, int epoch) {
    if (regularizations == null) {
      return NONE;
    }
    double l1 = 0;
    double l2 = 0;
    double decay = 0;
    for (Regularization regularization : regularizations) {
      if (regularization instanceof L1Regularization r) {
        l1 += r.getL1().valueAt(iteration, epoch);
      } else if (regularization instanceof L2Regularization r) {
        l2 += r.getL2().valueAt(iteration, epoch);
      } else if (regularization instanceof WeightDecay r) {
        decay += r.getCoeff().valueAt(iteration, epoch) * (r.isApplyLR() ? rate : 1);
      }
    }
    return new Penalty((float) l1, (float) l2, (float) decay);
  }
}
