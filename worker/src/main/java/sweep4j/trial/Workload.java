package sweep4j.trial;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What all trials of a sweep have in common, besides the data.
 *
 * @param model kind of network
 * @param fixed hyperparameters that hold for every trial unless the trial sets them itself
 * @param maxEpochs passes over the training split at most, at least 1
 * @param earlyStopping when a trial stops sooner
 * @param metric what is optimised
 * @param gradientNorms whether the length of each layer's gradient is measured after each epoch
 * @param dataParallel in how many places each trial is trained at once; null for one
 */
public record Workload(
    ModelType model,
    Hyperparameters fixed,
    int maxEpochs,
    EarlyStopping earlyStopping,
    Metric metric,
    boolean gradientNorms,
    @Nullable DataParallel dataParallel)
    implements Serializable {
  public Workload {
    if (maxEpochs < 1) {
      throw new IllegalArgumentException("max_epochs must be at least 1, but got " + maxEpochs);
    }
  }

  /** A workload of trials that are each trained in one place. */
  public Workload(
      ModelType model,
      Hyperparameters fixed,
      int maxEpochs,
      EarlyStopping earlyStopping,
      Metric metric,
      boolean gradientNorms) {
    this(model, fixed, maxEpochs, earlyStopping, metric, gradientNorms, null);
  }

  /** As above, without gradient norms. */
  public Workload(
      ModelType model,
      Hyperparameters fixed,
      int maxEpochs,
      EarlyStopping earlyStopping,
      Metric metric) {
    this(model, fixed, maxEpochs, earlyStopping, metric, false);
  }
}
