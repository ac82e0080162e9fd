package sweep4j.driver.confirm;

import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Repeat;

/**
 * A configuration that is trained again.
 *
 * @param trial whose it is, or {@link Repeat#DEFAULTS}
 * @param hyperparameters as of a trial
 */
public record Candidate(int trial, Hyperparameters hyperparameters) {

  boolean isTrial() {
    return trial != Repeat.DEFAULTS;
  }

  /** As in {@code trial 12}. */
  public String inWords() {
    return Repeat.inWords(trial);
  }
}
