package sweep4j.driver.study;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.TrialRecord;

/**
 * How a study ended.
 *
 * @param trials all that have ended, in the order of their numbers
 * @param stoppedBy the limit that ended it before its last trial, in words; null if none did
 */
public record StudyEnd(List<TrialRecord> trials, @Nullable String stoppedBy) {
  public StudyEnd {
    trials = List.copyOf(trials);
  }
}
