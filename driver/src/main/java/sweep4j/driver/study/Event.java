package sweep4j.driver.study;

import sweep4j.trial.TrialRecord;

/** What a report to a {@link Schedule} brought about. */
public sealed interface Event {

  /** A trial has ended for good. */
  record Ended(TrialRecord trial) implements Event {}

  /** A pruner has decided. What it means for the trial is in the events that follow. */
  record Decided(RungDecision decision) implements Event {}
}
