package sweep4j.driver.study;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialResult;

/**
 * Legs that an executor has handed back before their end, as it is going away. What they go on from
 * is in memory alone: were this process to die, such a leg would begin anew, which costs time and
 * changes nothing.
 */
final class HandedBack {

  /**
   * How far a leg has come.
   *
   * @param executors where it has run, one after the other
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Standing(int epochs, byte[] checkpoint, String executors) {}

  private final Map<Integer, Standing> standings = new HashMap<>();

  /** Keeps what a leg of {@code trial} goes on from. */
  void keep(int trial, TrialOutcome outcome, byte[] checkpoint) {
    TrialResult result = places(outcome.result());
    standings.put(trial, new Standing(result.epochs(), checkpoint, result.executor()));
  }

  /** What is left of {@code leg}. */
  Leg rest(Leg leg) {
    Standing standing = standings.get(leg.trial());
    return standing == null ? leg : new Leg(leg.request(), standing.epochs(), leg.untilEpoch());
  }

  /** What the rest of a leg goes on from; null if it was not handed back. */
  byte @Nullable [] checkpoint(int trial) {
    Standing standing = standings.get(trial);
    return standing == null ? null : standing.checkpoint();
  }

  /** How a leg ended, with all the places where it has run. */
  TrialResult places(TrialResult result) {
    Standing standing = standings.get(result.trial());
    if (standing == null || result.executor().isEmpty()) {
      return result;
    }
    String before = standing.executors();
    boolean stayed = (", " + before).endsWith(", " + result.executor());
    return result.withExecutor(stayed ? before : before + ", " + result.executor());
  }

  /** A leg has ended. */
  void forget(int trial) {
    standings.remove(trial);
  }
}
