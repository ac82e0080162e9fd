package sweep4j.driver.cli;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.study.Journal;
import sweep4j.driver.study.RefitModel;
import sweep4j.driver.study.Refitted;
import sweep4j.driver.study.RunFolder;
import sweep4j.trial.DataParallel;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.RefitOutcome;
import sweep4j.trial.RefitPlan;
import sweep4j.trial.RefitRequest;
import sweep4j.trial.Seeds;
import sweep4j.trial.Seeds.Stream;
import sweep4j.trial.Sha256;
import sweep4j.trial.TrialRecord;
import sweep4j.worker.data.PreparedData;

/**
 * Trains the winner's configuration anew, after all has been chosen: for as many epochs as were
 * best for the winner, as no row is left to stop by. Its test score is for the user to see; the
 * winner stays the winner whatever it is.
 */
final class Refits {

  /** Where networks are trained and scored. */
  interface Place {
    /** As {@link sweep4j.driver.spark.SparkTrialExecutor#refit}. */
    CompletableFuture<RefitOutcome> refit(RefitRequest request, @Nullable DataParallel how);

    /** As {@link sweep4j.driver.spark.SparkTrialExecutor#quality}, on the test split. */
    double test(String name, byte[] model) throws IOException;
  }

  /** It could not be trained; the message says why. */
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    Failed(String message) {
      super(message);
    }
  }

  private final SweepDefinition sweep;
  private final PreparedData data;
  private final Place place;
  private final Journal journal;
  private final RefitModel files;

  Refits(SweepDefinition sweep, PreparedData data, RunFolder folder, Place place, Journal journal) {
    this.sweep = sweep;
    this.data = data;
    this.place = place;
    this.journal = journal;
    this.files = new RefitModel(folder, data.featureNames(), data.classNames());
  }

  /**
   * Trains what {@code plan} says, unless that has been done.
   *
   * @param winner of the sweep
   * @param former what the journal has; null if it has none
   * @throws Failed if it did not come to an end, with the reason
   */
  Refitted refit(RefitPlan plan, TrialRecord winner, @Nullable Refitted former)
      throws IOException, InterruptedException, Failed {
    Refitted known =
        former != null && former.trial() == winner.trial() && former.plan().equals(plan)
            ? former
            : null;
    if (known != null && files.holds(known)) {
      return known;
    }
    RefitRequest request = request(plan, winner);
    RefitOutcome outcome = train(request, plan.dataParallel());
    byte[] model = Objects.requireNonNull(outcome.model());
    String hash = Sha256.of(model);
    if (known != null && known.modelSha256().equals(hash)) {
      // A kill came between the journal and the files.
      files.write(known, request.hyperparameters(), model);
      return known;
    }
    RefitOutcome single = plan.compare() ? train(request, null) : null;
    var refitted =
        new Refitted(
            winner.trial(),
            request.seed(),
            plan,
            data.learningFrom(plan.rows()).training().size(),
            request.epochs(),
            outcome.seconds(),
            place.test("the refit", model),
            single == null
                ? null
                : (Double) place.test("the refit", Objects.requireNonNull(single.model())),
            single == null ? null : (Double) single.seconds(),
            hash);
    journal.refitted(refitted);
    files.write(refitted, request.hyperparameters(), model);
    return refitted;
  }

  private RefitRequest request(RefitPlan plan, TrialRecord winner) {
    Hyperparameters hyperparameters =
        sweep.workload().fixed().with(winner.request().hyperparameters());
    return new RefitRequest(
        hyperparameters,
        Seeds.mix(sweep.seed(), Stream.REFIT, winner.trial()),
        Objects.requireNonNull(winner.result().measurement()).bestEpoch(),
        plan.rows());
  }

  private RefitOutcome train(RefitRequest request, @Nullable DataParallel how)
      throws InterruptedException, Failed {
    RefitOutcome outcome;
    try {
      outcome = place.refit(request, how).get();
    } catch (ExecutionException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new Failed("it could not be trained: " + reason);
    }
    String error = outcome.error();
    if (error != null) {
      throw new Failed(error);
    }
    return outcome;
  }
}
