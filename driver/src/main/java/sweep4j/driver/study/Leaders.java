package sweep4j.driver.study;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Goal;
import sweep4j.trial.TrialRecord;

/**
 * The best of the trials that have ended, whose networks are wanted. Of equals, the lower number is
 * the better, so that it does not matter which ends first.
 */
public final class Leaders {

  private final Goal goal;
  private final int most;
  private final TreeSet<TrialRecord> best;

  /**
   * The best of no trials yet.
   *
   * @param most how many there are at most, at least 1
   */
  public Leaders(Goal goal, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("there must be at least 1 leader, but got " + most);
    }
    this.goal = goal;
    this.most = most;
    this.best =
        new TreeSet<>(Comparator.comparingDouble(this::cost).thenComparingInt(TrialRecord::trial));
  }

  private double cost(TrialRecord trial) {
    return trial.result().cost(goal);
  }

  /**
   * Takes in a trial that has ended; one without an objective never leads.
   *
   * @return whether it is one of the best
   */
  public boolean add(TrialRecord trial) {
    if (Double.isInfinite(cost(trial))) {
      return false;
    }
    best.add(trial);
    return best.size() <= most || !trial.equals(best.pollLast());
  }

  /** The best, in their order. */
  public List<TrialRecord> all() {
    return List.copyOf(best);
  }

  boolean contains(TrialRecord trial) {
    return best.contains(trial);
  }

  /** The best of all; null as long as there is none. */
  @Nullable TrialRecord first() {
    return best.isEmpty() ? null : best.first();
  }

  /** The cost above which no trial can come in any more; infinite while there is room. */
  double costToBeat() {
    return best.size() < most ? Double.POSITIVE_INFINITY : cost(best.last());
  }
}
