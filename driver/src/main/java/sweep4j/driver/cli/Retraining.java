package sweep4j.driver.cli;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.study.TrialExecutor;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialRecord;
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
   * Trains {@code trials} side by side.
   *
   * @return the first of them that did not give what the journal says, and whose network is
   *     therefore not its own; null if there is none
   */
  @Nullable TrialRecord train(List<TrialRecord> trials, Keeper keeper)
      throws IOException, InterruptedException {
    var begun = trials.stream().map(trial -> run(trial, 1)).toList();
    TrialRecord different = null;
    for (int i = 0; i < trials.size(); i++) {
      TrialRecord trial = trials.get(i);
      TrialOutcome again = await(begun.get(i), trial);
      byte[] model = again.model();
      if (model != null
          && Objects.equals(again.result().measurement(), trial.result().measurement())) {
        keeper.keep(trial, model);
      } else if (different == null) {
        different = trial;
      }
    }
    return different;
  }

  private CompletableFuture<TrialOutcome> run(TrialRecord trial, int attempt) {
    boolean pruned = trial.result().state() == TrialState.PRUNED;
    int epochs = pruned ? trial.result().epochs() : maxEpochs;
    return executor
        .submit(new Leg(trial.request(), 0, epochs), null, Double.POSITIVE_INFINITY)
        .thenCompose(
            outcome ->
                outcome.result().state() == TrialState.LOST && attempt < maxAttempts
                    ? run(trial, attempt + 1)
                    : CompletableFuture.completedFuture(outcome));
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
