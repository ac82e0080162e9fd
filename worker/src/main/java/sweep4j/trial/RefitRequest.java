package sweep4j.trial;

import java.io.Serializable;

/**
 * A configuration to train for a fixed number of epochs.
 *
 * @param hyperparameters all that hold
 * @param seed from which all of its random streams come
 * @param epochs at least 1
 * @param rows what to learn from
 */
public record RefitRequest(Hyperparameters hyperparameters, long seed, int epochs, RefitRows rows)
    implements Serializable {
  public RefitRequest {
    if (epochs < 1) {
      throw new IllegalArgumentException("epochs must be at least 1, but got " + epochs);
    }
  }
}
