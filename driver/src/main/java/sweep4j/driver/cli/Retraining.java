package sweep4j.driver.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.study.TrialExecutor;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;

/**
 * Trains trials again for their networks. A kill between the journal and the model leaves a trial
 * without one, and a trial that was pruned by what others did later sent none.
 */
final class Retraining {

  /** Is given a trial's network. */
  interface Keeper {
    void keep(TrialRecord trial, byte[] model) throws IOException;
  }

  private final TrialExecutor executor;
  private final int maxEpochs;
  private final int maxAttempts;

  /** Of trials that train for {@code maxEpochs} at most, and start at most so many times. */
  Retraining(TrialExecutor executor, int maxEpochs, int maxAttempts) {
    this.executor = executor;
    this.maxEpochs = maxEpochs;
    this.maxAttempts = maxAttempts;
  }

  /**
   * Trains {@code trials} side by side; those that this leaves without memory, again and alone.
   *
   * @return of the first of them that did not give what the journal says, in words; null if there
   *     is none
   */
  @Nullable String train(List<TrialRecord> trials, Keeper keeper)
      throws IOException, InterruptedException {
    var begun = trials.stream().map(trial -> run(trial, 1)).toList();
    var ended = new ArrayList<TrialOutcome>();
    for (int i = 0; i < trials.size(); i++) {
      ended.add(await(begun.get(i), trials.get(i)));
    }
    String different = null;
    for (int i = 0; i < trials.size(); i++) {
      TrialRecord trial = trials.get(i);
      TrialOutcome again = ended.get(i);
      if (again.outOfMemory() && trials.size() > 1) {
        again = await(run(trial, 1), trial);
      }
      byte[] model = again.model();
      if (model != null
          && Objects.equals(again.result().measurement(), trial.result().measurement())) {
        keeper.keep(trial, model);
      } else if (different == null) {
        different = difference(trial, again.result());
      }
    }
    return different;
  }

  private static String difference(TrialRecord trial, TrialResult again) {
    return again.measurement() == null
        ? "trained again for its network, trial %d ended otherwise: %s"
            .formatted(trial.trial(), again.error())
        : "trained again for its network, trial %d came out differently, as it may on another kind of processor"
            .formatted(trial.trial());
  }

  private CompletableFuture<TrialOutcome> run(TrialRecord trial, int attempt) {
    boolean pruned = trial.result().state() == TrialState.PRUNED;
    int epochs = pruned ? trial.result().epochs() : maxEpochs;
    return run(new Leg(trial.request(), 0, epochs), null, attempt);
  }

  private CompletableFuture<TrialOutcome> run(Leg leg, byte @Nullable [] checkpoint, int attempt) {
    return executor
        .submit(leg, checkpoint, Double.POSITIVE_INFINITY)
        .thenCompose(
            outcome -> {
              if (outcome.isHandedBack(leg)) {
                var rest = new Leg(leg.request(), outcome.result().epochs(), leg.untilEpoch());
                return run(rest, outcome.checkpoint(), attempt);
              }
              return outcome.result().state() == TrialState.LOST && attempt < maxAttempts
                  ? run(leg, checkpoint, attempt + 1)
                  : CompletableFuture.completedFuture(outcome);
            });
  }

  private static TrialOutcome await(CompletableFuture<TrialOutcome> begun, TrialRecord trial)
      throws IOException, InterruptedException {
    try {
      return begun.get();
    } catch (ExecutionException e) {
      throw new IOException("trial " + trial.trial() + " could not be run for its model", e);
    }
  }
}
