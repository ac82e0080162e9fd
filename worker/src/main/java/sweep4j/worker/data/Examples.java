package sweep4j.worker.data;

import java.io.Serializable;

/**
 * All examples of one source, in the order in which they were read.
 *
 * @param features inputs, one row per example
 * @param labels answers, one per example
 */
public record Examples(Features features, Labels labels) implements Serializable {
  public Examples {
    if (features.rows() != labels.rows()) {
      throw new IllegalArgumentException(
          "each row of features has one label, but got "
              + features.rows()
              + " rows and "
              + labels.rows()
              + " labels");
    }
  }

  /** These examples and, behind them, {@code others} of the same columns and kind of labels. */
  Examples and(Examples others) {
    return new Examples(
        new JoinedFeatures(features, others.features()), labels.and(others.labels()));
  }

  public int rows() {
    return features.rows();
  }
}
