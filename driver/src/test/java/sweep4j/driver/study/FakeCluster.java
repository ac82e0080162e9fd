package sweep4j.driver.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialRequest;

/** Slots without machines: trials end when {@link #endOne} says so, and not before. */
final class FakeCluster implements TrialExecutor {

  /** What would come of a trial. */
  interface Trainer {
    TrialOutcome train(TrialRequest request, int attempt, double costToBeat);
  }

  private record Waiting(
      TrialRequest request,
      int attempt,
      double costToBeat,
      CompletableFuture<TrialOutcome> outcome) {}

  private final int slots;
  private final Trainer trainer;
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<TrialRequest> submitted = new ArrayList<>();
  private final Map<Integer, Integer> attempts = new HashMap<>();

  FakeCluster(int slots, Trainer trainer) {
    this.slots = slots;
    this.trainer = trainer;
  }

  @Override
  public int slots() {
    return slots;
  }

  @Override
  public synchronized CompletableFuture<TrialOutcome> submit(
      TrialRequest request, double costToBeat) {
    int attempt = attempts.merge(request.trial(), 1, Integer::sum);
    var outcome = new CompletableFuture<TrialOutcome>();
    submitted.add(request);
    waiting.add(new Waiting(request, attempt, costToBeat, outcome));
    return outcome;
  }

  /** Ends one of the trials that have a slot; {@code choice} in [0, 1) says which. */
  void endOne(double choice) {
    Waiting one;
    synchronized (this) {
      one = waiting.remove((int) (choice * Math.min(slots, waiting.size())));
    }
    one.outcome().complete(trainer.train(one.request(), one.attempt(), one.costToBeat()));
  }

  /** Trials that have not ended: those in a slot, and those that wait for one. */
  synchronized int waiting() {
    return waiting.size();
  }

  /** Everything that was asked for, each attempt for itself, in that order. */
  synchronized List<TrialRequest> submitted() {
    return List.copyOf(submitted);
  }
}
