package sweep4j.driver.study;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.search.Observation;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Goal;
import sweep4j.trial.TrialRecord;

/** What is known so far: the trials that have ended, in whatever order, and the best of them. */
final class Standing {

  private final Goal goal;
  private final SearchSpace space;
  private final List<@Nullable TrialRecord> byNumber;
  private final BitSet ended = new BitSet();
  private final Leaders leaders;

  /**
   * What was asked for last, because many trials ask for the same, and the next for little more.
   */
  private List<Observation> seen = List.of();

  /**
   * Nothing is known yet.
   *
   * @param leaders how many of the best to tell from the others, at least 1
   */
  Standing(Goal goal, SearchSpace space, int trials, int leaders) {
    this.goal = goal;
    this.space = space;
    this.leaders = new Leaders(goal, leaders);
    this.byNumber = new ArrayList<>(Collections.nCopies(trials, null));
  }

  void add(TrialRecord trial) {
    byNumber.set(trial.trial(), trial);
    ended.set(trial.trial());
    leaders.add(trial);
  }

  boolean hasEnded(int trial) {
    return ended.get(trial);
  }

  /** How many of the first trials have all ended. */
  int prefix() {
    return ended.nextClearBit(0);
  }

  /** What a sampler that needs the first {@code count} trials may see. */
  List<Observation> observations(int count) {
    if (count != seen.size()) {
      var observations = new ArrayList<>(seen.subList(0, Math.min(count, seen.size())));
      for (int i = observations.size(); i < count; i++) {
        observations.add(observation(i));
      }
      seen = List.copyOf(observations);
    }
    return seen;
  }

  private Observation observation(int trial) {
    TrialRecord record = byNumber.get(trial);
    if (record == null) {
      throw new IllegalStateException("trial " + trial + " has not ended, but is to be seen");
    }
    return new Observation(
        trial, space.pointOf(record.request().hyperparameters()), record.result().cost(goal));
  }

  /** The best of the trials that have ended. */
  Leaders leaders() {
    return leaders;
  }

  List<TrialRecord> trials() {
    var known = new ArrayList<TrialRecord>();
    for (TrialRecord trial : byNumber) {
      if (trial != null) {
        known.add(trial);
      }
    }
    return known;
  }
}
