package sweep4j.trial;

import java.io.Serializable;

/**
 * What all trials of a sweep have in common, besides the data.
 *
 * @param model kind of network
 * @param fixed hyperparameters that hold for every trial unless the trial sets them itself
 * @param maxEpochs passes over the training split at most, at least 1
 * @param earlyStopping when a trial stops sooner
 * @param metric what is optimised, and what early stopping watches
 */
public record Workload(
    ModelType model,
    Hyperparameters fixed,
    int maxEpochs,
    EarlyStopping earlyStopping,
    Metric metric)
    implements Serializable {
  public Workload {
    if (maxEpochs < 1) {
      throw new IllegalArgumentException("max_epochs must be at least 1, but got " + maxEpochs);
    }
  }
}
