package sweep4j.driver.study;

import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialState;

/**
 * A trial that has come to a rung.
 *
 * @param trial how it stands there
 * @param checkpointSha256 of what it goes on from, in hexadecimal
 */
public record PausedTrial(TrialRecord trial, String checkpointSha256) {
  public PausedTrial {
    if (trial.result().state() != TrialState.PAUSED) {
      throw new IllegalArgumentException(
          "a trial at a rung is PAUSED, but got " + trial.result().state());
    }
  }
}
