package sweep4j.driver.spark;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.DataParallel;
import sweep4j.trial.Fold;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.RefitRows;
import sweep4j.trial.Workload;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.training.Epochs;
import sweep4j.worker.training.Trainer;

/**
 * Trains networks by averaging over executors, from the driver.
 *
 * @param rows what is learned from, which must be what the data given to {@link #epochs} say
 * @param leftOut likewise, of them; null for nothing
 * @param name of the jobs
 */
record AveragingTrainer(
    JavaSparkContext spark,
    LostExecutors lost,
    DataSupply supply,
    Broadcast<Workload> sharedWorkload,
    RefitRows rows,
    @Nullable Fold leftOut,
    DataParallel how,
    JobName name)
    implements Trainer {

  @Override
  public Epochs epochs(
      PreparedData data, Workload workload, Hyperparameters hyperparameters, long seed) {
    return new AveragedEpochs(
        spark,
        lost,
        how,
        name,
        Trainer.batches(data, data.training(), workload, hyperparameters),
        new PartBatches(supply, sharedWorkload, rows, leftOut, hyperparameters, seed));
  }
}
