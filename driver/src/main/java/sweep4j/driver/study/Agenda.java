package sweep4j.driver.study;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialResult;

/** What a {@link Study} is to run, and what follows from how it ends. */
public sealed interface Agenda permits Schedule, RepeatSchedule {

  /** The next leg that may run; null if none may before another has been reported. */
  @Nullable Leg next();

  /**
   * Takes in how a leg ended.
   *
   * @param result PAUSED, or how its trial ended; never LOST
   * @return what follows from it, in order
   */
  List<Event> report(Leg leg, TrialResult result);

  /** The round that {@code trial} begins, if it is a later one than {@code latest}; else null. */
  @Nullable DrawnRound begins(int trial, int latest);

  /** Whether {@code trial} is the best of those that have ended. */
  boolean isBest(TrialRecord trial);

  /** Whether {@code trial} is one of the best that have ended, whose networks are wanted. */
  boolean leads(TrialRecord trial);

  /** The cost above which a trial's network is not wanted; infinite as long as every one is. */
  double costToBeat();

  /** The trials that have ended, in the order of their numbers. */
  List<TrialRecord> trials();
}
