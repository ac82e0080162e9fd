package sweep4j.worker.quick;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.regularization.Regularization;

/** How one parameter of a layer is updated in a step: alike for all of its {@link Segment}s. */
final class ParameterStep {
  private final Rule rule;
  private final @Nullable List<Regularization> regularizations;
  private final boolean averaged;
  private Penalty penalty = Penalty.NONE;
  private float divisor = 1;

  /**
   * The steps of a parameter.
   *
   * @param averaged whether its gradient is a sum over the mini-batch that is to become an average
   */
  ParameterStep(Rule rule, @Nullable List<Regularization> regularizations, boolean averaged) {
    this.rule = rule;
    this.regularizations = regularizations;
    this.averaged = averaged;
  }

  /** To be called before the updates of a step, whose mini-batch has {@code rows}. */
  void begin(int iteration, int epoch, int rows) {
    rule.begin(iteration, epoch);
    penalty = Penalty.at(regularizations, rule.rate(), iteration, epoch);
    divisor = averaged ? rows : 1;
  }

  Rule rule() {
    return rule;
  }

  Penalty penalty() {
    return penalty;
  }

  /** What gradients are to be divided by. */
  float divisor() {
    return divisor;
  }
}
