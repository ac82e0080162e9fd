package sweep4j.driver.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.EpochScore;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialOutcome;

/** Slots without machines: trials end when {@link #endOne} says so, and not before. */
final class FakeCluster implements TrialExecutor {

  /** What would come of a trial. */
  interface Trainer {
    TrialOutcome train(Leg leg, int attempt, double costToBeat);
  }

  private record Waiting(
      Leg leg, int attempt, double costToBeat, CompletableFuture<TrialOutcome> outcome) {}

  private int slots;
  private int onDemand;
  private @Nullable Watcher watcher;
  private final Trainer trainer;
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<Leg> submitted = new ArrayList<>();
  private final List<Integer> beside = new ArrayList<>();
  private final Map<Integer, Integer> attempts = new HashMap<>();

  FakeCluster(int slots, Trainer trainer) {
    this.slots = slots;
    this.trainer = trainer;
  }

  @Override
  public synchronized int slots() {
    return slots;
  }

  @Override
  public synchronized int slotsOnDemand() {
    return Math.max(slots, onDemand);
  }

  /** So many slots would there be, if so many trials waited. */
  synchronized FakeCluster growingTo(int most) {
    onDemand = most;
    return this;
  }

  /** Another machine joins, with so many slots. */
  void join(int more) {
    Watcher told;
    synchronized (this) {
      slots += more;
      told = Objects.requireNonNull(watcher);
    }
    told.slotsChanged();
  }

  /** A trial that runs is heard of. */
  void report(Leg leg, EpochScore score) {
    Watcher told;
    synchronized (this) {
      told = Objects.requireNonNull(watcher);
    }
    told.epochEnded(leg, score);
  }

  @Override
  public synchronized void tell(Watcher told) {
    watcher = told;
  }

  @Override
  public synchronized CompletableFuture<TrialOutcome> submit(
      Leg leg, byte @Nullable [] checkpoint, double costToBeat) {
    if (checkpoint != null) {
      assertThat(checkpoint).isEqualTo(checkpoint(leg.trial(), leg.fromEpoch()));
    }
    int attempt = attempts.merge(leg.trial(), 1, Integer::sum);
    var outcome = new CompletableFuture<TrialOutcome>();
    submitted.add(leg);
    beside.add(waiting.size());
    waiting.add(new Waiting(leg, attempt, costToBeat, outcome));
    return outcome;
  }

  @Override
  public synchronized void cancelAll() {
    waiting.clear();
  }

  /** What stands for the checkpoint of a trial; null at its beginning. */
  static byte @Nullable [] checkpoint(int trial, int epochs) {
    return epochs == 0 ? null : new byte[] {(byte) trial, (byte) epochs};
  }

  /** Ends one of the trials that have a slot; {@code choice} in [0, 1) says which. */
  void endOne(double choice) {
    Waiting one;
    synchronized (this) {
      one = waiting.remove((int) (choice * Math.min(slots, waiting.size())));
    }
    one.outcome().complete(trainer.train(one.leg(), one.attempt(), one.costToBeat()));
  }

  /** Trials that have not ended: those in a slot, and those that wait for one. */
  synchronized int waiting() {
    return waiting.size();
  }

  /** Everything that was asked for, each attempt for itself, in that order. */
  synchronized List<Leg> submitted() {
    return List.copyOf(submitted);
  }

  /** Beside how many others each attempt at {@code trial} began, in their order. */
  synchronized List<Integer> beside(int trial) {
    return IntStream.range(0, submitted.size())
        .filter(each -> submitted.get(each).trial() == trial)
        .mapToObj(beside::get)
        .toList();
  }
}
