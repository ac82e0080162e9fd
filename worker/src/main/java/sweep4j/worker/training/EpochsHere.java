package sweep4j.worker.training;

import java.util.Iterator;
import org.nd4j.linalg.factory.Nd4j;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Seeds;
import sweep4j.trial.Seeds.Stream;
import sweep4j.trial.Workload;
import sweep4j.worker.data.Batch;
import sweep4j.worker.data.MiniBatches;
import sweep4j.worker.data.PreparedData;

/**
 * Epochs on the calling thread. Each draws its mini-batch order and its dropout from streams of its
 * own, so that the epochs after a pause are those without one.
 */
final class EpochsHere implements Epochs {

  private final MiniBatches batches;
  private final long seed;

  EpochsHere(PreparedData data, Workload workload, Hyperparameters hyperparameters, long seed) {
    this.batches = Trainer.batches(data, data.training(), workload, hyperparameters);
    this.seed = seed;
  }

  @Override
  public int steps() {
    return batches.perEpoch();
  }

  @Override
  public boolean needsStockUpdater() {
    return false;
  }

  @Override
  public void train(Network network, int epoch, Runnable beforeEachStep) {
    // Deeplearning4j draws dropout from the generator of the calling thread.
    Nd4j.getRandom().setSeed(Seeds.mix(seed, Stream.DROPOUT, epoch));
    Iterator<Batch> epochBatches =
        batches.shuffled(
            Seeds.random(seed, Stream.BATCH_ORDER, epoch),
            Seeds.random(seed, Stream.AUGMENTATION, epoch));
    while (epochBatches.hasNext()) {
      beforeEachStep.run();
      try (Batch batch = epochBatches.next()) {
        network.fit(batch.toDataSet());
      }
    }
  }
}
