package sweep4j.driver.report;

/** Whether there is more to come than a page shows. */
public enum RunPhase {
  /** The run goes on, and its page will be written anew. */
  RUNNING,
  /** The run is over, whether it did all that it was to do or not. */
  ENDED,
  /** Whoever writes the page does not know. */
  UNKNOWN
}
