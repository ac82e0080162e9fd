package sweep4j.worker.training;

import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ParameterValue.Flag;
import sweep4j.trial.Workload;
import sweep4j.worker.data.MiniBatches;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.data.Subset;
import sweep4j.worker.model.Networks;

/** Who trains the epochs of networks: this thread, or whatever a driver has at hand. */
@FunctionalInterface
public interface Trainer {

  /**
   * The epochs of a network.
   *
   * @param hyperparameters all that hold
   * @param seed of all random streams
   */
  Epochs epochs(PreparedData data, Workload workload, Hyperparameters hyperparameters, long seed);

  /** The calling thread. */
  static Trainer here() {
    return EpochsHere::new;
  }

  /** The mini-batches in which a network learns from {@code rows} of {@code data}. */
  static MiniBatches batches(
      PreparedData data, Subset rows, Workload workload, Hyperparameters hyperparameters) {
    return data.trainingBatches(
        rows,
        // Of a network that a file describes, the hyperparameters do not say it.
        hyperparameters.with(
            Hyperparameter.BATCH_NORM,
            new Flag(Networks.normalizesBatches(workload.model(), hyperparameters))));
  }
}
