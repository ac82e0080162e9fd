package sweep4j.worker.training;

import java.util.Iterator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import sweep4j.trial.Goal;
import sweep4j.trial.Hyperparameter;
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

/**
 * The training of one network: epochs of mini-batches, each followed by a look at the validation
 * split, until early stopping or the last epoch; then the best epoch's weights are put back.
 *
 * <p>Each epoch draws its mini-batch order and its dropout from streams of its own, so that the
 * epochs after a pause are those without one.
 */
final class Training {

  /**
   * How training ended.
   *
   * @param measurement at the best epoch; null if training diverged
   * @param error why it diverged; null if it did not
   */
  record End(
      StopReason reason, @Nullable Measurement measurement, int epochs, @Nullable String error) {}

  private final PreparedData data;
  private final Workload workload;
  private final MiniBatches batches;
  private final long seed;
  private final Scorer scorer;
  private final Divergence divergence;
  private final MultiLayerNetwork network;
  private final Subnormals subnormals;

  Training(PreparedData data, Workload workload, Hyperparameters hyperparameters, long seed) {
    this.data = data;
    this.workload = workload;
    this.batches = data.batches(data.training(), hyperparameters.whole(Hyperparameter.BATCH_SIZE));
    this.seed = seed;
    this.scorer = new Scorer(data);
    this.divergence = Divergence.of(data);
    this.network =
        new MultiLayerNetwork(
            Networks.configure(
                workload.model(),
                new NetworkShape(data.task(), data.inputWidth(), data.outputWidth()),
                hyperparameters,
                Seeds.mix(seed, Stream.INITIAL_WEIGHTS)));
    network.init();
    this.subnormals = new Subnormals(network);
  }

  /** The network; after {@link #run}, with the weights of the best epoch. */
  MultiLayerNetwork network() {
    return network;
  }

  End run() {
    Goal goal = workload.metric().goal();
    var watch = new EarlyStoppingWatch(workload.earlyStopping());
    INDArray bestWeights = network.params().dup();
    Score best = new Score(Double.NaN, Double.NaN);
    int epoch = 0;
    while (epoch < workload.maxEpochs() && !watch.patienceIsOver()) {
      epoch++;
      trainEpoch(epoch);
      Score score = scorer.score(network, data.validation());
      String diverged = divergence.reason(score);
      if (diverged != null) {
        return new End(StopReason.NON_FINITE_LOSS, null, epoch, "epoch " + epoch + ": " + diverged);
      }
      if (watch.improves(epoch, goal.cost(workload.metric().of(score)))) {
        best = score;
        bestWeights.assign(network.params());
      }
    }
    network.params().assign(bestWeights);
    bestWeights.close();
    var measurement =
        new Measurement(
            workload.metric().of(best),
            best,
            scorer.score(network, data.training()),
            watch.bestEpoch());
    return new End(
        watch.patienceIsOver() ? StopReason.EARLY_STOPPING : StopReason.MAX_EPOCHS,
        measurement,
        epoch,
        null);
  }

  private void trainEpoch(int epoch) {
    // Deeplearning4j draws dropout from the generator of the calling thread.
    Nd4j.getRandom().setSeed(Seeds.mix(seed, Stream.DROPOUT, epoch));
    Iterator<Batch> epochBatches = batches.shuffled(Seeds.random(seed, Stream.BATCH_ORDER, epoch));
    while (epochBatches.hasNext()) {
      try (Batch batch = epochBatches.next()) {
        network.fit(batch.toDataSet());
      }
      subnormals.afterIteration();
    }
    network.incrementEpochCount();
  }
}
