package sweep4j.trial;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One configuration to train.
 *
 * @param trial its number, from 0; of repeats, among those that run beside it
 * @param round the sampler's round that it belongs to, from 1
 * @param seed from which all of its random streams come
 * @param hyperparameters the values of the search space's parameters
 * @param repeat of which trial this is a repeat; null for a trial itself
 */
public record TrialRequest(
    int trial, int round, long seed, Hyperparameters hyperparameters, @Nullable Repeat repeat)
    implements Serializable {
  public TrialRequest {
    if (trial < 0) {
      throw new IllegalArgumentException("a trial's number must be at least 0, but got " + trial);
    }
    if (round < 1) {
      throw new IllegalArgumentException("a round must be at least 1, but got " + round);
    }
  }

  /** A trial. */
  public TrialRequest(int trial, int round, long seed, Hyperparameters hyperparameters) {
    this(trial, round, seed, hyperparameters, null);
  }

  /** This request under another number. */
  public TrialRequest numbered(int number) {
    return new TrialRequest(number, round, seed, hyperparameters, repeat);
  }

  /** As in {@code trial 12}, or {@code repeat 3 of trial 12}. */
  public String inWords() {
    return repeat == null
        ? "trial " + trial
        : "repeat %d of %s".formatted(repeat.number() + 1, Repeat.inWords(repeat.trial()));
  }
}
