package sweep4j.trial;

/** How a trial ended. */
public enum TrialState {
  /** Trained and scored. */
  COMPLETED,
  /** Its loss became NaN or infinite: a result, never retried. */
  DIVERGED,
  /** Its own exception, or memory ran out: a result, never retried. */
  FAILED,
  /** Its machine or executor went away: retried, then FAILED. */
  LOST
}
