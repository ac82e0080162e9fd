package sweep4j.worker.training;

import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Score;
import sweep4j.trial.Task;
import sweep4j.worker.data.Labels;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.data.Subset;

/**
 * When a loss counts as infinite. Training is in single precision, but scores are summed in double
 * precision, where a network that has blown up can still have a loss that is only absurd. So the
 * bounds are those of single precision:
 *
 * <ul>
 *   <li>Classification: a mean cross-entropy above -ln(2^-149) = 103.28 nats. The probability that
 *       the network gives to the right class is then, on average (geometric mean), below the least
 *       positive float: it is zero, and its logarithm minus infinity.
 *   <li>Regression: a root mean squared error above 2^24 standard deviations of the label. A float
 *       has 24 bits, so the difference between answer and label no longer depends on the label.
 * </ul>
 */
final class Divergence {

  private static final double MAX_CROSS_ENTROPY = -Math.log(Float.MIN_VALUE);
  private static final double MAX_ERROR_IN_DEVIATIONS = 1 << 24;

  private final Task task;
  private final double labelDeviation;

  /**
   * Bounds for a task.
   *
   * @param labelDeviation standard deviation of the label in its own unit; not used for
   *     classification
   */
  Divergence(Task task, double labelDeviation) {
    this.task = task;
    this.labelDeviation = labelDeviation;
  }

  /** The bounds for {@code data}, with the deviation of its training labels. */
  static Divergence of(PreparedData data) {
    Subset training = data.training();
    if (!(training.examples().labels() instanceof Labels.Targets targets)) {
      return new Divergence(data.task(), Double.NaN);
    }
    var statistics = new StandardDeviation();
    for (int i = 0; i < training.size(); i++) {
      statistics.increment(targets.of(training.row(i)));
    }
    return new Divergence(data.task(), statistics.getResult());
  }

  /** Why {@code score} counts as diverged, in words for the user; null if it does not. */
  @Nullable String reason(Score score) {
    if (!Double.isFinite(score.loss()) || !Double.isFinite(score.quality())) {
      return "the loss is " + score.loss();
    }
    return switch (task) {
      case CLASSIFICATION ->
          score.loss() > MAX_CROSS_ENTROPY
              ? "the loss is "
                  + score.loss()
                  + ": the right classes have probability zero in single precision"
              : null;
      case REGRESSION ->
          score.quality() > MAX_ERROR_IN_DEVIATIONS * labelDeviation
              ? "the error is " + score.quality() + ", above what single precision can resolve"
              : null;
    };
  }
}
