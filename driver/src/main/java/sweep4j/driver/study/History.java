package sweep4j.driver.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Leg;
import sweep4j.trial.Repeat;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;

/** What earlier runs of a sweep have found out, as its journal has it. */
public final class History {

  private final List<TrialRecord> ended = new ArrayList<>();
  private final List<PausedTrial> paused = new ArrayList<>();
  private final List<RungDecision> decisions = new ArrayList<>();
  private final Map<Integer, TrialRecord> endedByTrial = new HashMap<>();
  private final Map<Integer, TrialRequest> requests = new HashMap<>();
  private final Map<Place, PausedTrial> pausedByPlace = new HashMap<>();
  private final Set<Place> decided = new HashSet<>();
  private final Map<Integer, Integer> lost = new HashMap<>();
  private final Map<Integer, Double> tested = new HashMap<>();
  private final Map<TrialRequest, TrialResult> repeats = new HashMap<>();
  private final Map<Repeat, Integer> lostRepeats = new HashMap<>();
  private @Nullable Refitted refitted;

  /** A trial after so many epochs. */
  private record Place(int trial, int epochs) {}

  /** The history of a sweep that has not begun. */
  public static History none() {
    return new History();
  }

  /** Adds a trial or a repeat that has ended; it must not have before. */
  void add(TrialRecord trial) {
    if (trial.request().repeat() != null) {
      if (repeats.putIfAbsent(key(trial.request()), trial.result()) != null) {
        throw new IllegalArgumentException(trial.request().inWords() + " has ended already");
      }
      return;
    }
    if (endedByTrial.putIfAbsent(trial.trial(), trial) != null) {
      throw new IllegalArgumentException("trial " + trial.trial() + " has ended already");
    }
    ended.add(trial);
    requests.put(trial.trial(), trial.request());
  }

  void add(PausedTrial trial) {
    paused.add(trial);
    TrialRecord record = trial.trial();
    requests.put(record.trial(), record.request());
    pausedByPlace.put(new Place(record.trial(), record.result().epochs()), trial);
  }

  void add(RungDecision decision) {
    decisions.add(decision);
    decided.add(new Place(decision.trial(), decision.epochs()));
  }

  /** Counts an attempt at a trial that was lost. */
  void addLost(int trial) {
    lost.merge(trial, 1, Integer::sum);
  }

  /** Counts an attempt at a repeat that was lost. */
  void addLost(Repeat repeat) {
    lostRepeats.merge(repeat, 1, Integer::sum);
  }

  /** A repeat whatever its number, which it has among those that run beside it. */
  private static TrialRequest key(TrialRequest request) {
    return request.numbered(0);
  }

  /** How repeats have ended, by what was asked for, numbered 0. */
  public Map<TrialRequest, TrialResult> repeats() {
    return Map.copyOf(repeats);
  }

  /**
   * The history of a study of repeats alone, in which they are what trials are in any other.
   *
   * @param requests numbered by their places
   */
  public History ofRepeats(List<TrialRequest> requests) {
    var history = new History();
    for (TrialRequest request : requests) {
      TrialResult result = repeats.get(key(request));
      if (result != null) {
        history.ended.add(new TrialRecord(request, result.numbered(request.trial())));
        history.endedByTrial.put(request.trial(), history.ended.get(history.ended.size() - 1));
      }
      history.lost.put(request.trial(), lostRepeats.getOrDefault(request.repeat(), 0));
    }
    return history;
  }

  /** How many attempts at a trial were lost. */
  int lostAttempts(int trial) {
    return lost.getOrDefault(trial, 0);
  }

  /** Adds a trial's score on the test split; there must be none of its number. */
  void addTested(int trial, double quality) {
    if (tested.putIfAbsent(trial, quality) != null) {
      throw new IllegalArgumentException("trial " + trial + " has been tested already");
    }
  }

  /** Adds a refit, which takes the place of one before. */
  void add(Refitted refit) {
    refitted = refit;
  }

  /** The latest refit; null if there is none. */
  public @Nullable Refitted refitted() {
    return refitted;
  }

  /** The scores on the test split, as {@link sweep4j.trial.Score#quality}, by trial. */
  public Map<Integer, Double> tested() {
    return Map.copyOf(tested);
  }

  /** The trials that have ended, in the order in which they did. */
  public List<TrialRecord> ended() {
    return List.copyOf(ended);
  }

  /** The trials that came to a rung, at each of their rungs, in the order in which they did. */
  public List<PausedTrial> paused() {
    return List.copyOf(paused);
  }

  /** What pruners decided, in order. */
  public List<RungDecision> decisions() {
    return List.copyOf(decisions);
  }

  /** The request of a trial that has got anywhere; null for any other. */
  @Nullable TrialRequest request(int trial) {
    return requests.get(trial);
  }

  /** Whether {@code leg} has ended, so that it need not run. */
  public boolean knows(Leg leg) {
    return result(leg) != null;
  }

  /** How {@code leg} ended; null if it has not. */
  @Nullable TrialResult result(Leg leg) {
    PausedTrial stands = pausedByPlace.get(new Place(leg.trial(), leg.untilEpoch()));
    if (stands != null) {
      return stands.trial().result();
    }
    TrialRecord trial = endedByTrial.get(leg.trial());
    // A pruned trial did not end by a leg of its own, but by what the pruner made of its last. One
    // that ended beyond this leg stood at the leg's rung, of which the record is missing.
    return trial == null
            || trial.result().state() == TrialState.PRUNED
            || trial.result().epochs() > leg.untilEpoch()
        ? null
        : trial.result();
  }

  /** Where {@code leg} begins; null if that is at the trial's beginning. */
  @Nullable PausedTrial start(Leg leg) {
    return pausedByPlace.get(new Place(leg.trial(), leg.fromEpoch()));
  }

  /** Whether {@code event} is part of this. */
  boolean holds(Event event) {
    if (event instanceof Event.Ended end) {
      return endedByTrial.containsKey(end.trial().trial());
    }
    RungDecision decision = ((Event.Decided) event).decision();
    return decided.contains(new Place(decision.trial(), decision.epochs()));
  }
}
