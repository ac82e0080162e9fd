package sweep4j.driver.study;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.search.Observation;
import sweep4j.driver.search.Pruner;
import sweep4j.driver.search.Sampler;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Goal;
import sweep4j.trial.Leg;
import sweep4j.trial.Seeds;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;

/**
 * Says what may run now, and draws the conclusions from what has run. It knows no executor, no
 * journal and no clock, so a sweep on a cluster, one that is resumed, and one that is only
 * simulated are scheduled by the same code. The order in which reports come decides nothing but the
 * order in which legs are given out: which trials there are, and what becomes of each, is the same
 * in any.
 *
 * <p>Trials that go on from a rung come before trials that have not begun, and of each the lower
 * number first: so brackets end early, and few checkpoints are kept.
 */
public final class Schedule implements Agenda {

  private final Sampler sampler;
  private final Pruner pruner;
  private final SearchSpace space;
  private final long sweepSeed;
  private final int maxEpochs;
  private final History history;
  private final Standing standing;
  private final Rungs rungs;
  private final PriorityQueue<Leg> goingOn = new PriorityQueue<>(Comparator.comparing(Leg::trial));

  /** The last result of each trial that stands at a rung. */
  private final Map<Integer, TrialRecord> paused = new HashMap<>();

  private int next;

  /** A schedule of a whole sweep, of whose trials the best one's network is wanted. */
  public Schedule(
      Sampler sampler,
      Pruner pruner,
      SearchSpace space,
      Goal goal,
      long sweepSeed,
      int maxEpochs,
      History history) {
    this(sampler, pruner, space, goal, sweepSeed, maxEpochs, history, 1);
  }

  /**
   * A schedule of a whole sweep.
   *
   * @param maxEpochs of a trial, at least 1
   * @param history whose trials the sampler need not find again
   * @param models of how many of the best trials the networks are wanted, at least 1
   */
  public Schedule(
      Sampler sampler,
      Pruner pruner,
      SearchSpace space,
      Goal goal,
      long sweepSeed,
      int maxEpochs,
      History history,
      int models) {
    this.sampler = sampler;
    this.pruner = pruner;
    this.space = space;
    this.sweepSeed = sweepSeed;
    this.maxEpochs = maxEpochs;
    this.history = history;
    this.standing = new Standing(goal, space, sampler.trials(), models);
    this.rungs = new Rungs(pruner, goal, sampler.trials());
  }

  /** The next leg that may run; null if none may before another has been reported. */
  @Override
  public @Nullable Leg next() {
    Leg leg = goingOn.poll();
    if (leg != null) {
      return leg;
    }
    if (next >= sampler.trials() || standing.prefix() < sampler.needs(next)) {
      return null;
    }
    int trial = next++;
    TrialRequest begun = history.request(trial);
    return leg(begun == null ? request(trial) : begun, 0);
  }

  private TrialRequest request(int trial) {
    double[] point = sampler.suggest(trial, seenBy(trial));
    return new TrialRequest(
        trial, sampler.round(trial), Seeds.trialSeed(sweepSeed, trial), space.at(point));
  }

  private List<Observation> seenBy(int trial) {
    return standing.observations(sampler.needs(trial));
  }

  /** From {@code fromEpoch} to the next rung, or to the end. */
  private Leg leg(TrialRequest request, int fromEpoch) {
    int until =
        pruner.rungs(request.trial()).stream()
            .filter(rung -> rung > fromEpoch)
            .findFirst()
            .orElse(maxEpochs);
    return new Leg(request, fromEpoch, until);
  }

  @Override
  public @Nullable DrawnRound begins(int trial, int latest) {
    int round = sampler.round(trial);
    return round > latest ? new DrawnRound(round, sampler.region(round, seenBy(trial))) : null;
  }

  /**
   * Takes in how a leg ended.
   *
   * @param result PAUSED, or how its trial ended; never LOST
   * @return what follows from it, in order
   */
  @Override
  public List<Event> report(Leg leg, TrialResult result) {
    List<Event> events = new ArrayList<>();
    Deque<Integer> moved = new ArrayDeque<>();
    moved.add(leg.trial());
    var trial = new TrialRecord(leg.request(), result);
    if (result.state() == TrialState.PAUSED) {
      paused.put(leg.trial(), trial);
      rungs.reached(leg.trial(), trial);
    } else {
      end(trial, events);
    }
    while (!moved.isEmpty()) {
      for (RungDecision decided : rungs.decidable(moved.remove())) {
        events.add(new Event.Decided(decided));
        apply(decided, events, moved);
      }
    }
    return events;
  }

  private void apply(RungDecision decided, List<Event> events, Deque<Integer> moved) {
    TrialRecord stands = paused.get(decided.trial());
    if (stands == null) {
      throw new IllegalStateException("trial " + decided.trial() + " does not stand at a rung");
    }
    paused.remove(decided.trial());
    if (decided.decision().goesOn()) {
      goingOn.add(leg(stands.request(), decided.epochs()));
    } else {
      end(new TrialRecord(stands.request(), stands.result().pruned()), events);
      moved.add(decided.trial());
    }
  }

  private void end(TrialRecord trial, List<Event> events) {
    paused.remove(trial.trial());
    rungs.ended(trial);
    standing.add(trial);
    events.add(new Event.Ended(trial));
  }

  /** Whether {@code trial} is the best of those that have ended. */
  @Override
  public boolean isBest(TrialRecord trial) {
    return trial.equals(standing.leaders().first());
  }

  /** Whether {@code trial} is one of the best that have ended, whose networks are wanted. */
  @Override
  public boolean leads(TrialRecord trial) {
    return standing.leaders().contains(trial);
  }

  /** The cost above which a trial's network is not wanted; infinite as long as every one is. */
  @Override
  public double costToBeat() {
    return standing.leaders().costToBeat();
  }

  /** Whether all trials have ended. */
  public boolean isOver() {
    return standing.prefix() >= sampler.trials();
  }

  /** The trials that have ended, in the order of their numbers. */
  @Override
  public List<TrialRecord> trials() {
    return standing.trials();
  }
}
