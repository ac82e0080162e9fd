package sweep4j.trial;

import java.io.Serializable;

/**
 * One configuration to train.
 *
 * @param trial its number, from 0
 * @param round the sampler's round that it belongs to, from 1
 * @param seed from which all of its random streams come
 * @param hyperparameters the values of the search space's parameters
 */
public record TrialRequest(int trial, int round, long seed, Hyperparameters hyperparameters)
    implements Serializable {
  public TrialRequest {
    if (trial < 0) {
      throw new IllegalArgumentException("a trial's number must be at least 0, but got " + trial);
    }
    if (round < 1) {
      throw new IllegalArgumentException("a round must be at least 1, but got " + round);
    }
  }
}
