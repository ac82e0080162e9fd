package sweep4j.driver.cli;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.EpochScore;
import sweep4j.trial.Leg;

/** The trials that were handed out, and how far they are. May be asked from any thread. */
final class RunningTrials {

  /**
   * A trial that was handed out.
   *
   * @param last the last epoch that it was heard of; null before the first
   */
  record Running(Leg leg, @Nullable EpochScore last) {

    int epochs() {
      return last == null ? leg.fromEpoch() : last.epoch();
    }
  }

  /** By number of the trial, in the order in which they were handed out. */
  private final Map<Integer, Running> all = new LinkedHashMap<>();

  private int slots;

  /** A leg was handed out where {@code slots} can run at once. */
  synchronized void started(Leg leg, int slots) {
    this.slots = slots;
    all.put(leg.trial(), new Running(leg, null));
  }

  synchronized void heard(Leg leg, EpochScore score) {
    all.computeIfPresent(leg.trial(), (trial, before) -> new Running(leg, score));
  }

  /** A trial runs no more, for now or for good. */
  synchronized void over(int trial) {
    all.remove(trial);
  }

  /**
   * Those that run, by their numbers. More are handed out than there are slots, and which of them
   * wait is not said: those that were not heard of, and came last.
   */
  synchronized List<Running> now() {
    return all.values().stream()
        .sorted(Comparator.comparing(each -> each.last() == null))
        .limit(slots)
        .sorted(Comparator.comparing(each -> each.leg().trial()))
        .toList();
  }
}
