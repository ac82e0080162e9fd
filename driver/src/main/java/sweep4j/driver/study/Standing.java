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
  private @Nullable TrialRecord best;

  /**
   * What was asked for last, because many trials ask for the same, and the next for little more.
   */
  private List<Observation> seen = List.of();

  Standing(Goal goal, SearchSpace space, int trials) {
    this.goal = goal;
    this.space = space;
    this.byNumber = new ArrayList<>(Collections.nCopies(trials, null));
  }

  /** Takes in a trial, and says whether it is the best so far (ties go to the lower number). */
  boolean add(TrialRecord trial) {
    byNumber.set(trial.trial(), trial);
    ended.set(trial.trial());
    double cost = trial.result().cost(goal);
    if (Double.isInfinite(cost)) {
      return false;
    }
    TrialRecord former = best;
    boolean better =
        former == null
            || cost < former.result().cost(goal)
            || (cost == former.result().cost(goal) && trial.trial() < former.trial());
    if (better) {
      best = trial;
    }
    return better;
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

  @Nullable TrialRecord best() {
    return best;
  }

  double bestCost() {
    return best == null ? Double.POSITIVE_INFINITY : best.result().cost(goal);
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
