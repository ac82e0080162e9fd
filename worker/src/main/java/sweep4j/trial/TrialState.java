package sweep4j.trial;

/** How a trial ended, or why it has not. */
public enum TrialState {
  /** Trained and scored. */
  COMPLETED,
  /** Stopped because of other trials: a result, with the scores that it had reached. */
  PRUNED,
  /** Its loss became NaN or infinite: a result, never retried. */
  DIVERGED,
  /** Its own exception, or memory ran out: a result, never retried. */
  FAILED,
  /** Its machine or executor went away: retried, then FAILED. */
  LOST,
  /** It stands at a rung, or where its executor went away, and has not ended. */
  PAUSED;

  /** Whether a trial in this state has scores. */
  public boolean isMeasured() {
    return this == COMPLETED || this == PRUNED || this == PAUSED;
  }
}
