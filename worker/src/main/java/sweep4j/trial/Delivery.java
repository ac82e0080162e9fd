package sweep4j.trial;

/**
 * How data come to the executors. It has no part in what a trial's result is, so it may change from
 * one run of a sweep to the next.
 */
public enum Delivery {
  /** The driver sends what fits into memory twice; what does not is read by each executor. */
  AUTO,
  /** The driver sends them to each executor. */
  BROADCAST,
  /** Each executor reads them from where the driver has read them. */
  READ
}
