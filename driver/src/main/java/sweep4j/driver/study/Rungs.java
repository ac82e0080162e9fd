package sweep4j.driver.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sweep4j.driver.search.Pruner;
import sweep4j.driver.search.RungScore;
import sweep4j.trial.Goal;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialState;

/**
 * How far trials have come up the rungs, and who waits for whom. A trial at a rung waits for one of
 * the peers that are missing there; when that one moves, the next is looked for. So a report costs
 * what depends on it, and not what else is going on.
 */
final class Rungs {

  private final Pruner pruner;
  private final Goal goal;

  /** The cost of each trial at the rungs that it has reached, in their order. */
  private final List<List<Double>> costs;

  private final List<Fate> fates;

  /** Which trials wait for a trial to move. */
  private final Map<Integer, List<Integer>> waiting = new HashMap<>();

  /** Whether a trial has ended, and if it did so by itself, with which cost. */
  private record Fate(boolean ended, boolean pruned, double cost) {
    static final Fate OPEN = new Fate(false, false, Double.POSITIVE_INFINITY);
  }

  Rungs(Pruner pruner, Goal goal, int trials) {
    this.pruner = pruner;
    this.goal = goal;
    this.costs = new ArrayList<>(trials);
    this.fates = new ArrayList<>(trials);
    for (int trial = 0; trial < trials; trial++) {
      costs.add(List.of());
      fates.add(Fate.OPEN);
    }
  }

  /** A trial has come to its next rung. */
  void reached(int trial, TrialRecord record) {
    var risen = new ArrayList<>(costs.get(trial));
    risen.add(record.result().cost(goal));
    costs.set(trial, risen);
    waiting.computeIfAbsent(trial, each -> new ArrayList<>()).add(trial);
  }

  void ended(TrialRecord record) {
    boolean pruned = record.result().state() == TrialState.PRUNED;
    fates.set(record.trial(), new Fate(true, pruned, record.result().cost(goal)));
  }

  /** The decisions that can be taken because {@code moved} has reached a rung or ended. */
  List<RungDecision> decidable(int moved) {
    List<Integer> woken = waiting.remove(moved);
    if (woken == null) {
      return List.of();
    }
    var decided = new ArrayList<RungDecision>();
    for (int trial : woken) {
      int rung = costs.get(trial).size() - 1;
      List<Integer> peers = pruner.peers(trial, rung);
      int missing = firstMissing(peers, rung);
      if (missing >= 0) {
        waiting.computeIfAbsent(missing, each -> new ArrayList<>()).add(trial);
      } else {
        decided.add(decide(trial, rung, peers));
      }
    }
    return decided;
  }

  private int firstMissing(List<Integer> peers, int rung) {
    for (int peer : peers) {
      if (costs.get(peer).size() <= rung && !fates.get(peer).ended()) {
        return peer;
      }
    }
    return -1;
  }

  private RungDecision decide(int trial, int rung, List<Integer> peers) {
    var scores = new ArrayList<RungScore>();
    boolean placed = false;
    for (int peer : peers) {
      if (peer > trial && !placed) {
        scores.add(new RungScore(trial, costs.get(trial).get(rung), false));
        placed = true;
      }
      if (costs.get(peer).size() > rung) {
        scores.add(new RungScore(peer, costs.get(peer).get(rung), false));
      } else if (!fates.get(peer).pruned()) {
        scores.add(new RungScore(peer, fates.get(peer).cost(), true));
      }
    }
    if (!placed) {
      scores.add(new RungScore(trial, costs.get(trial).get(rung), false));
    }
    return new RungDecision(
        trial,
        pruner.bracket(trial),
        rung,
        pruner.rungs(trial).get(rung),
        pruner.decide(trial, rung, scores),
        scores.stream().map(RungScore::trial).filter(each -> each != trial).toList());
  }
}
