package sweep4j.worker.training;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import sweep4j.trial.Goal;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Measurement;
import sweep4j.trial.Score;
import sweep4j.trial.Seeds;
import sweep4j.trial.Seeds.Stream;
import sweep4j.trial.StopReason;
import sweep4j.trial.Workload;
import sweep4j.worker.data.Batch;
import sweep4j.worker.data.MiniBatches;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.model.NetworkShape;
import sweep4j.worker.model.Networks;
import sweep4j.worker.model.TrainingLength;

/**
 * The training of one network: epochs of mini-batches, each followed by a look at the validation
 * split, until early stopping or the last epoch; then the best epoch's weights are put back.
 *
 * <p>Each epoch draws its mini-batch order and its dropout from streams of its own, so that the
 * epochs after a pause are those without one.
 */
final class Training implements AutoCloseable {

  /**
   * How training ended.
   *
   * @param measurement at the best epoch; null if training diverged
   * @param error why it diverged; null if it did not
   */
  record End(StopReason reason, @Nullable Measurement measurement, @Nullable String error) {}

  private final PreparedData data;
  private final Workload workload;
  private final MiniBatches batches;
  private final long seed;
  private final Scorer scorer;
  private final Divergence divergence;
  private final MultiLayerNetwork network;
  private final Subnormals subnormals;
  private final List<Double> curve = new ArrayList<>();
  private int epoch;

  Training(PreparedData data, Workload workload, Hyperparameters hyperparameters, long seed) {
    this.data = data;
    this.workload = workload;
    this.batches = data.trainingBatches(hyperparameters);
    this.seed = seed;
    this.scorer = new Scorer(data);
    this.divergence = Divergence.of(data);
    this.network =
        new MultiLayerNetwork(
            Networks.configure(
                workload.model(),
                new NetworkShape(data.task(), data.inputWidth(), data.outputWidth()),
                hyperparameters,
                new TrainingLength(workload.maxEpochs(), batches.perEpoch()),
                Seeds.mix(seed, Stream.INITIAL_WEIGHTS)));
    network.init();
    this.subnormals = new Subnormals(network);
  }

  /** The network; after {@link #run}, with the weights of the best epoch. */
  MultiLayerNetwork network() {
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

  End run() {
    Goal goal = workload.metric().goal();
    var watch = new EarlyStoppingWatch(workload.earlyStopping());
    Score best = new Score(Double.NaN, Double.NaN);
    try (INDArray bestWeights = network.params().dup()) {
      while (epoch < workload.maxEpochs() && !watch.patienceIsOver()) {
        epoch++;
        trainEpoch();
        Score score = scorer.score(network, data.validation());
        String diverged = divergence.reason(score);
        if (diverged != null) {
          return diverged(diverged);
        }
        double objective = workload.metric().of(score);
        curve.add(objective);
        if (watch.improves(epoch, goal.cost(objective))) {
          best = score;
          bestWeights.assign(network.params());
        }
      }
      network.params().assign(bestWeights);
    }
    Score training = scorer.score(network, data.training());
    String diverged = divergence.reason(training);
    if (diverged != null) {
      return diverged("on the training rows, " + diverged);
    }
    return new End(
        epoch < workload.maxEpochs() ? StopReason.EARLY_STOPPING : StopReason.MAX_EPOCHS,
        new Measurement(workload.metric().of(best), best, training, watch.bestEpoch()),
        null);
  }

  private End diverged(String why) {
    return new End(StopReason.NON_FINITE_LOSS, null, "epoch " + epoch + ": " + why);
  }

  /**
   * Frees the network's native memory. As {@code MultiLayerNetwork.close()} does, less its call of
   * the garbage collector, for which the trials beside this one would have to stand still.
   */
  @Override
  public void close() {
    free(network.params());
    free(network.getFlattenedGradients());
    // Not to be made now, if there is none yet.
    Updater updater = network.getUpdater(false);
    if (updater != null) {
      free(updater.getStateViewArray());
    }
  }

  private static void free(@Nullable INDArray array) {
    if (array != null && array.closeable()) {
      array.close();
    }
  }

  private void trainEpoch() {
    // Deeplearning4j draws dropout from the generator of the calling thread.
    Nd4j.getRandom().setSeed(Seeds.mix(seed, Stream.DROPOUT, epoch));
    Iterator<Batch> epochBatches =
        batches.shuffled(
            Seeds.random(seed, Stream.BATCH_ORDER, epoch),
            Seeds.random(seed, Stream.AUGMENTATION, epoch));
    while (epochBatches.hasNext()) {
      try (Batch batch = epochBatches.next()) {
        network.fit(batch.toDataSet());
      }
      subnormals.afterIteration();
    }
    network.incrementEpochCount();
  }
}
