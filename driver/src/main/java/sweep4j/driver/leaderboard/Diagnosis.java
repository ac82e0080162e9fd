package sweep4j.driver.leaderboard;

import org.jspecify.annotations.Nullable;
import sweep4j.trial.Measurement;
import sweep4j.trial.Score;
import sweep4j.trial.Task;

/** What is wrong with a fit, judged at the epoch whose weights were kept. */
public enum Diagnosis {
  /**
   * The loss on the training rows is above the lowest validation loss of the sweep: the model does
   * worse on rows that it has seen than the best one on rows that it has not.
   */
  UNDERFITTING,
  /**
   * Not underfitting, and much better on training rows than on others: accuracy higher by more than
   * {@link #MOST_ACCURACY_LOST}, or the validation error more than {@link #MOST_ERROR_RATIO} times
   * the training error.
   */
  OVERFITTING,
  /** Neither of the two. */
  NEITHER;

  /** As a share of all rows. */
  static final double MOST_ACCURACY_LOST = 0.02;

  /** Of root mean squared errors. */
  static final double MOST_ERROR_RATIO = 1.25;

  /**
   * The diagnosis of a trial; null where it has no score on the training rows.
   *
   * @param lowestLoss the lowest validation loss of all trials that are compared
   */
  static @Nullable Diagnosis of(@Nullable Measurement measurement, Task task, double lowestLoss) {
    Score training = measurement == null ? null : measurement.training();
    if (measurement == null || training == null) {
      return null;
    }
    if (training.loss() > lowestLoss) {
      return UNDERFITTING;
    }
    double validation = measurement.validation().quality();
    boolean over =
        switch (task) {
          case CLASSIFICATION -> training.quality() - validation > MOST_ACCURACY_LOST;
          case REGRESSION -> validation > MOST_ERROR_RATIO * training.quality();
        };
    return over ? OVERFITTING : NEITHER;
  }
}
