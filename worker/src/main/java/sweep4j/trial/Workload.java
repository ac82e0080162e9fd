package sweep4j.trial;

import java.io.Serializable;

/**
 * What all trials of a sweep have in common, besides the data.
 *
 * @param model kind of network
 * @param fixed hyperparameters that hold for every trial unless the trial sets them itself
 * @param maxEpochs passes over the training split at most, at least 1
 * @param earlyStopping when a trial stops sooner
 * @param metric what is optimised
 * @param gradientNorms whether the length of each layer's gradient is measured after each epoch
 */
public record Workload(
    ModelType model,
    Hyperparameters fixed,
    int maxEpochs,
    EarlyStopping earlyStopping,
    Metric metric,
    boolean gradientNorms)
    implements Serializable {
  public Workload {
    if (maxEpochs < 1) {
      throw new IllegalArgumentException("max_epochs must be at least 1, but got " + maxEpochs);
    }
  }

  /** A workload without gradient norms. */
  public Workload(
      ModelType model,
      Hyperparameters fixed,
      int maxEpochs,
      EarlyStopping earlyStopping,
      Metric metric) {
    this(model, fixed, maxEpochs, earlyStopping, metric, false);
  }
}
