package sweep4j.worker.training;

import sweep4j.trial.EpochScore;

/** Is by a trial while it trains, on the trial's own thread. */
public interface Attendant {

  /** Lets a trial train, and asks nothing. */
  Attendant NOBODY = new Attendant() {};

  /** An epoch has ended, and another may follow. */
  default void epochEnded(EpochScore score) {}

  /**
   * Whether the trial is to pause after the epoch that has ended, before it came to its rung or its
   * end, because the place where it trains is going away.
   */
  default boolean wantsItBack() {
    return false;
  }
}
