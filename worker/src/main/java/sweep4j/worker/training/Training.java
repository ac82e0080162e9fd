package sweep4j.worker.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import sweep4j.trial.EpochScore;
import sweep4j.trial.GradientNorms;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Measurement;
import sweep4j.trial.Metric;
import sweep4j.trial.Score;
import sweep4j.trial.StopReason;
import sweep4j.trial.Workload;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.data.Subset;

/**
 * The training of one network: epochs of mini-batches, each followed by a look at the validation
 * split, until early stopping or the last epoch; then the best epoch's weights are put back.
 */
final class Training implements AutoCloseable {

  /**
   * How training ended or paused.
   *
   * @param reason why it ended; null if it paused
   * @param measurement at the best epoch; null if training diverged
   * @param error why it diverged; null if it did not
   * @param checkpoint from where it can go on; null if it ended
   */
  record End(
      @Nullable StopReason reason,
      @Nullable Measurement measurement,
      @Nullable String error,
      @Nullable Checkpoint checkpoint) {}

  private static final GradientNorms NO_NORMS = new GradientNorms(List.of(), List.of());

  private final PreparedData data;
  private final Subset scored;
  private final Workload workload;
  private final Epochs epochs;
  private final Scorer scorer;
  private final Divergence divergence;
  private final Network network;
  private final INDArray bestWeights;
  private final EarlyStoppingWatch watch;
  private final List<Double> curve;
  private final @Nullable GradientProbe probe;
  private final TimeLimit limit;
  private final double secondsBefore;
  private final long start = System.nanoTime();
  private Score best;
  private int epoch;

  /**
   * Prepares a training.
   *
   * @param scored the rows that the trained network is measured on: the validation rows of {@code
   *     data}, or others that have no part in them
   * @param checkpoint where it goes on; null to begin
   * @param limit of its time
   * @param trainer who trains its epochs
   */
  Training(
      PreparedData data,
      Subset scored,
      Workload workload,
      Hyperparameters hyperparameters,
      long seed,
      @Nullable Checkpoint checkpoint,
      TimeLimit limit,
      Trainer trainer) {
    this.data = data;
    this.scored = scored;
    this.limit = limit;
    this.workload = workload;
    this.scorer = new Scorer(data);
    this.divergence = Divergence.of(data);
    this.epochs = trainer.epochs(data, workload, hyperparameters, seed);
    this.network =
        Network.of(
            TrialNetwork.configure(data, workload, hyperparameters, seed, epochs.steps()),
            epochs.needsStockUpdater());
    this.probe =
        workload.gradientNorms()
            ? new GradientProbe(data, checkpoint == null ? NO_NORMS : checkpoint.gradientNorms())
            : null;
    if (checkpoint == null) {
      this.watch =
          new EarlyStoppingWatch(workload.earlyStopping(), EarlyStoppingWatch.State.AT_THE_START);
      this.curve = new ArrayList<>();
      this.secondsBefore = 0;
      this.best = new Score(Double.NaN, Double.NaN);
      this.bestWeights = network.params().dup();
    } else {
      this.epoch = checkpoint.epoch();
      this.watch = new EarlyStoppingWatch(workload.earlyStopping(), checkpoint.watch());
      this.curve = new ArrayList<>(checkpoint.curve());
      this.secondsBefore = checkpoint.seconds();
      this.best = checkpoint.best();
      this.bestWeights = network.params().dup();
      put(checkpoint.bestWeights(), bestWeights);
      put(checkpoint.weights(), network.params());
      updates().restore(checkpoint.updaterState());
      network.resumeAt(epoch, checkpoint.iteration());
    }
  }

  private Updates updates() {
    return Objects.requireNonNull(network.updates(), "it trains");
  }

  static void put(float[] values, INDArray array) {
    if (values.length != array.length()) {
      throw new IllegalArgumentException(
          "the checkpoint is of another network: it has %d values for %d"
              .formatted(values.length, array.length()));
    }
    try (INDArray copy = Nd4j.createFromArray(values)) {
      array.assign(copy.reshape(array.shape()));
    }
  }

  /** Wall time of the trial so far, without pauses. */
  double seconds() {
    return secondsBefore + (System.nanoTime() - start) / 1e9;
  }

  /** The network; after {@link #run}, with the weights of the best epoch so far. */
  Network network() {
    return network;
  }

  /** How many epochs have begun. */
  int epochs() {
    return epoch;
  }

  /** The sweep's metric on the validation split after each epoch. */
  List<Double> curve() {
    return List.copyOf(curve);
  }

  /** The norms of the gradients after each epoch; null where the sweep does not ask for them. */
  @Nullable GradientNorms gradientNorms() {
    return probe == null ? null : probe.norms();
  }

  /**
   * Trains until after {@code untilEpoch}, or until the trial's end or {@code attendant} wants it
   * back, if that comes first. One epoch more there is in any case, so that a trial gets on.
   */
  End run(int untilEpoch, Attendant attendant) {
    Metric watched =
        Objects.requireNonNullElse(workload.earlyStopping().metric(), workload.metric());
    while (epoch < untilEpoch && (epoch == 0 || reasonToEnd() == null)) {
      epoch++;
      epochs.train(network, epoch, () -> limit.check(seconds(), epoch));
      network.endEpoch();
      if (probe != null) {
        probe.measure(network);
      }
      Score score = scorer.score(network, data.validation());
      String diverged = divergence.reason(score);
      if (diverged != null) {
        return diverged(diverged);
      }
      double objective = workload.metric().of(score);
      curve.add(objective);
      if (watch.improves(epoch, workload.metric().cost(score), watched.cost(score))) {
        best = score;
        bestWeights.assign(network.params());
      }
      attendant.epochEnded(
          new EpochScore(epoch, objective, watch.bestEpoch(), workload.metric().of(best)));
      if (attendant.wantsItBack()) {
        break;
      }
    }
    StopReason reason = reasonToEnd();
    return reason == null ? pause() : end(reason);
  }

  /** Why there is no epoch after those that there have been; null if there is one. */
  private @Nullable StopReason reasonToEnd() {
    if (epoch >= workload.maxEpochs()) {
      return StopReason.MAX_EPOCHS;
    }
    if (watch.patienceIsOver()) {
      return StopReason.EARLY_STOPPING;
    }
    return seconds() >= 60 * workload.earlyStopping().maxMinutes() ? StopReason.MAX_MINUTES : null;
  }

  private End end(StopReason reason) {
    network.params().assign(bestWeights);
    Score training = scorer.score(network, data.scoredTraining());
    String diverged = divergence.reason(training);
    if (diverged != null) {
      return diverged("on the training rows, " + diverged);
    }
    if (scored.equals(data.validation())) {
      return new End(reason, measurement(best, training), null, null);
    }
    Score apart = scorer.score(network, scored);
    diverged = divergence.reason(apart);
    return diverged == null
        ? new End(reason, measurement(apart, training), null, null)
        : diverged("on the rows kept apart, " + diverged);
  }

  private End pause() {
    var checkpoint =
        new Checkpoint(
            epoch,
            network.iteration(),
            seconds(),
            watch.state(),
            best,
            curve(),
            Objects.requireNonNullElse(gradientNorms(), NO_NORMS),
            network.params().data().asFloat(),
            updates().state(),
            bestWeights.data().asFloat());
    network.params().assign(bestWeights);
    return new End(null, measurement(best, null), null, checkpoint);
  }

  private Measurement measurement(Score score, @Nullable Score training) {
    return new Measurement(workload.metric().of(score), score, training, watch.bestEpoch());
  }

  private End diverged(String why) {
    return new End(StopReason.NON_FINITE_LOSS, null, "epoch " + epoch + ": " + why, null);
  }

  /** Frees the network's native memory. */
  @Override
  public void close() {
    bestWeights.close();
    network.close();
  }
}
