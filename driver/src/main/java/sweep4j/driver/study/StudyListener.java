package sweep4j.driver.study;

import java.io.IOException;
import sweep4j.driver.search.Region;
import sweep4j.trial.EpochScore;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;

/** Is told of a sweep's progress, always from one thread, and after the journal. */
public interface StudyListener {

  /** {@code round} begins, and draws from {@code region}. */
  default void roundStarted(int round, Region region) {}

  /** A leg was handed out. It waits where more are handed out than there are slots. */
  default void legStarted(Leg leg, int slots) throws IOException {}

  /**
   * A leg that runs has come so far. Executors tell of that now and then, so that short legs are
   * not heard of.
   */
  default void epochEnded(Leg leg, EpochScore score) {}

  /** The checkpoint that {@code leg} was to go on from is gone, so its trial begins anew. */
  default void begunAnew(Leg leg) {}

  /** A trial has come to a rung, where it stands until it is decided what becomes of it. */
  default void trialPaused(TrialRecord trial) {}

  /** An attempt was lost with its executor, and the trial will be started again. */
  default void attemptLost(TrialRequest request, TrialResult result) {}

  /**
   * An executor that is going away has handed a trial back, which goes on elsewhere from there.
   *
   * @param result as far as it has come
   */
  default void trialMoves(TrialRequest request, TrialResult result) {}

  /** A trial has ended for good. */
  default void trialEnded(TrialRecord trial) throws IOException {}

  /** {@code trial} is one of the best so far, and {@code model} its network. */
  default void newLeader(TrialRecord trial, byte[] model) throws IOException {}

  /** {@code trial} is the best so far, and {@code model} its network. */
  default void newBest(TrialRecord trial, byte[] model) throws IOException {}
}
