package sweep4j.driver.study;

import sweep4j.trial.Repeat;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialState;

/** What a line of a journal says; {@link JournalFormat} says how. */
sealed interface JournalRecord {

  /**
   * What the run is of; always first.
   *
   * @param priors how many records follow of an earlier run's trials
   */
  record Header(Provenance provenance, int priors) implements JournalRecord {}

  /** A trial of an earlier run. */
  record Learned(Prior prior) implements JournalRecord {}

  /** A trial that has ended, or a repeat of one. */
  record Ended(TrialRecord trial) implements JournalRecord {
    public Ended {
      TrialState state = trial.result().state();
      if (state == TrialState.PAUSED || state == TrialState.LOST) {
        throw new IllegalArgumentException("a trial does not end " + state);
      }
    }
  }

  /** A trial that has come to a rung. */
  record Paused(PausedTrial trial) implements JournalRecord {
    public Paused {
      TrialState state = trial.trial().result().state();
      if (state != TrialState.PAUSED) {
        throw new IllegalArgumentException("a trial at a rung is PAUSED, but got " + state);
      }
    }
  }

  /** What a pruner has decided. */
  record Decided(RungDecision decision) implements JournalRecord {}

  /**
   * A trial's score on the test split.
   *
   * @param quality as {@link sweep4j.trial.Score#quality}
   */
  record Tested(int trial, double quality) implements JournalRecord {}

  /** The winner's configuration was trained anew. */
  record Refit(Refitted refitted) implements JournalRecord {}

  /** An attempt at a trial that was lost with its executor. */
  record Lost(int trial) implements JournalRecord {}

  /** Likewise, at a repeat. */
  record LostRepeat(Repeat repeat) implements JournalRecord {}
}
