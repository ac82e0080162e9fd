package sweep4j.worker.data;

import org.jspecify.annotations.Nullable;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;

/**
 * How training sees examples otherwise than they are.
 *
 * @param labelSmoothing share of each label that is spread evenly over all classes, in [0, 1)
 *     (Szegedy et al., "Rethinking the Inception Architecture for Computer Vision", CVPR 2016,
 *     section 7); 0 for regression
 * @param augmentation of images; null for none
 * @param leastRows a rest of the epoch with fewer rows than this is left out; at least 1
 */
record Variation(double labelSmoothing, @Nullable Augmentation augmentation, int leastRows) {

  /** Examples as they are. */
  static final Variation NONE = new Variation(0.0, null, 1);

  /**
   * What {@code hyperparameters} ask for.
   *
   * @param shape null for examples that are no images
   * @param classes how many there are; 1 for regression
   * @throws IllegalArgumentException if they ask for what such data cannot have, in words for the
   *     user
   */
  static Variation of(Hyperparameters hyperparameters, @Nullable ImageShape shape, int classes) {
    double smoothing = hyperparameters.real(Hyperparameter.LABEL_SMOOTHING);
    if (smoothing > 0 && classes < 2) {
      throw new IllegalArgumentException("label_smoothing needs classes, but this is a regression");
    }
    // A row alone has no variance, and Deeplearning4j's batch normalization throws on it.
    int leastRows = hyperparameters.flag(Hyperparameter.BATCH_NORM) ? 2 : 1;
    return new Variation(smoothing, Augmentation.of(hyperparameters, shape), leastRows);
  }

  /** The value of the right class in a label, of {@code classes} classes. */
  float right(int classes) {
    return (float) (1 - labelSmoothing + labelSmoothing / classes);
  }

  /** The value of each other class. */
  float wrong(int classes) {
    return (float) (labelSmoothing / classes);
  }
}
