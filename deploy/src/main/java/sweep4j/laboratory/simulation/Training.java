package sweep4j.laboratory.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.laboratory.problem.Course;
import sweep4j.trial.Leg;
import sweep4j.trial.Measurement;
import sweep4j.trial.Score;
import sweep4j.trial.StopReason;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;

/** What a worker would answer to a leg whose course is known. */
final class Training {

  private Training() {}

  /**
   * The result of {@code leg}.
   *
   * @param maxEpochs of the sweep: a leg that ends there completes its trial
   */
  static TrialResult result(Leg leg, Course course, int maxEpochs) {
    int until = leg.untilEpoch();
    boolean diverged = course.divergesWithin(until);
    TrialState state =
        diverged
            ? TrialState.DIVERGED
            : until < maxEpochs ? TrialState.PAUSED : TrialState.COMPLETED;
    List<Double> curve = course.losses().subList(0, Math.min(until, course.losses().size()));
    return new TrialResult(
        leg.trial(),
        state,
        reason(state),
        diverged ? null : measurement(curve, course.bestAfter(until)),
        course.begun(until),
        curve,
        course.begun(until) * course.secondsPerEpoch(),
        "laboratory",
        "none",
        1,
        diverged ? "the loss is not finite" : null);
  }

  private static @Nullable StopReason reason(TrialState state) {
    return switch (state) {
      case COMPLETED -> StopReason.MAX_EPOCHS;
      case DIVERGED -> StopReason.NON_FINITE_LOSS;
      default -> null;
    };
  }

  private static Measurement measurement(List<Double> curve, double best) {
    var score = new Score(best, Double.NaN);
    return new Measurement(best, score, score, curve.indexOf(best) + 1);
  }
}
