package sweep4j.driver.search;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/**
 * A sweep without training, on a virtual clock: trials take slots in the order of their numbers,
 * pause at their rungs, wait there without a slot, and go on or are pruned.
 */
final class VirtualSweep {

  /**
   * What came of it.
   *
   * @param decisions of each trial, from its first rung on
   * @param unfinished trials that did not end, because each waits for another
   * @param utilisation time that slots were busy over all of their time
   */
  record Outcome(
      List<List<Decision>> decisions, List<Integer> unfinished, int epochs, double utilisation) {}

  private record Leg(int trial, int epochs, double end) {}

  private final Pruner pruner;
  private final int trials;
  private final VirtualTrials curves;

  private final PriorityQueue<Leg> running =
      new PriorityQueue<>(comparingDouble(Leg::end).thenComparingInt(Leg::trial));

  /** Trials at a rung, in the order in which they came there. */
  private final Set<Integer> waiting = new LinkedHashSet<>();

  private final TreeSet<Integer> ready = new TreeSet<>();
  private final boolean[] ended;

  /** Epochs that each trial has trained for. */
  private final int[] epochs;

  private final List<List<Decision>> decisions = new ArrayList<>();
  private int started;
  private int endedPrefix;
  private double clock;
  private double busy;

  private VirtualSweep(Pruner pruner, int trials, VirtualTrials curves) {
    this.pruner = pruner;
    this.trials = trials;
    this.curves = curves;
    this.ended = new boolean[trials];
    this.epochs = new int[trials];
    for (int trial = 0; trial < trials; trial++) {
      decisions.add(new ArrayList<>());
    }
  }

  /**
   * Runs all that can run.
   *
   * @param needs how many of the first trials must have ended before a trial can start
   * @param clockSeed from which the trials' durations come, tenfold different from each other; the
   *     curves do not depend on it
   */
  static Outcome run(
      Pruner pruner,
      int trials,
      VirtualTrials curves,
      IntUnaryOperator needs,
      int slots,
      long clockSeed) {
    return new VirtualSweep(pruner, trials, curves).run(needs, slots, clockSeed);
  }

  private Outcome run(IntUnaryOperator needs, int slots, long clockSeed) {
    var random = new SplittableRandom(clockSeed);
    double[] paces = random.doubles(trials).map(unit -> Math.pow(10.0, unit)).toArray();
    startWhatCan(needs, slots, paces);
    while (!running.isEmpty()) {
      Leg leg = running.remove();
      clock = leg.end();
      arrive(leg);
      decideWhatCan();
      startWhatCan(needs, slots, paces);
    }
    var unfinished = new ArrayList<Integer>();
    int sum = 0;
    for (int trial = 0; trial < trials; trial++) {
      sum += epochs[trial];
      if (!ended[trial]) {
        unfinished.add(trial);
      }
    }
    return new Outcome(decisions, unfinished, sum, busy / (clock * slots));
  }

  private void startWhatCan(IntUnaryOperator needs, int slots, double[] paces) {
    while (endedPrefix < trials && ended[endedPrefix]) {
      endedPrefix++;
    }
    while (running.size() < slots) {
      Integer trial = ready.pollFirst();
      if (trial == null && started < trials && needs.applyAsInt(started) <= endedPrefix) {
        trial = started++;
      }
      if (trial == null) {
        return;
      }
      int until = Math.min(nextPause(trial), curves.ownEnd(trial));
      double duration = (until - epochs[trial]) * paces[trial];
      busy += duration;
      running.add(new Leg(trial, until, clock + duration));
    }
  }

  private int nextPause(int trial) {
    List<Integer> rungs = pruner.rungs(trial);
    int rung = decisions.get(trial).size();
    return rung < rungs.size() ? rungs.get(rung) : curves.maxEpochs();
  }

  private void arrive(Leg leg) {
    int trial = leg.trial();
    epochs[trial] = leg.epochs();
    if (leg.epochs() == curves.ownEnd(trial)) {
      ended[trial] = true;
    } else {
      waiting.add(trial);
    }
  }

  private void decideWhatCan() {
    for (int trial : List.copyOf(waiting)) {
      int rung = decisions.get(trial).size();
      int epochsThere = pruner.rungs(trial).get(rung);
      List<Integer> peers = pruner.peers(trial, rung);
      if (peers.stream().allMatch(peer -> ended[peer] || epochs[peer] >= epochsThere)) {
        Decision decision = pruner.decide(trial, rung, scores(trial, rung, peers));
        decisions.get(trial).add(decision);
        waiting.remove(trial);
        if (decision.goesOn()) {
          ready.add(trial);
        } else {
          ended[trial] = true;
        }
      }
    }
  }

  private List<RungScore> scores(int trial, int rung, List<Integer> peers) {
    int epochsThere = pruner.rungs(trial).get(rung);
    var compared = new TreeSet<Integer>(peers);
    compared.add(trial);
    // A peer that came less far has ended: by itself if that was where its own end is.
    compared.removeIf(peer -> epochs[peer] < epochsThere && epochs[peer] != curves.ownEnd(peer));
    return compared.stream()
        .map(
            peer ->
                new RungScore(
                    peer,
                    curves.cost(peer, Math.min(epochsThere, curves.ownEnd(peer))),
                    curves.ownEnd(peer) <= epochsThere))
        .toList();
  }
}
