package sweep4j.driver.study;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.search.Observation;
import sweep4j.trial.Goal;
import sweep4j.trial.TrialRecord;

/** What is known so far: the trials that have ended, in whatever order, and the best of them. */
final class Standing {

  private final Goal goal;
  private final List<@Nullable TrialRecord> byNumber;
  private final BitSet ended = new BitSet();
  private @Nullable TrialRecord best;

  Standing(Goal goal, int trials) {
    this.goal = goal;
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
    var seen = new ArrayList<Observation>(count);
    for (int i = 0; i < count; i++) {
      TrialRecord trial = byNumber.get(i);
      if (trial == null) {
        throw new IllegalStateException("trial " + i + " has not ended, but is to be seen");
      }
      seen.add(new Observation(i, trial.result().cost(goal)));
    }
    return seen;
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
