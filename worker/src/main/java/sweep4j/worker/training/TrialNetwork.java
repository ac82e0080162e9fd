package sweep4j.worker.training;

import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Seeds;
import sweep4j.trial.Seeds.Stream;
import sweep4j.trial.Workload;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.model.NetworkConfiguration;
import sweep4j.worker.model.Networks;
import sweep4j.worker.model.TrainingLength;

/** The network that a trial trains. */
public final class TrialNetwork {

  private TrialNetwork() {}

  /**
   * Its configuration, made without training anything.
   *
   * @param hyperparameters all that hold in the trial
   * @param seed of the trial
   * @throws IllegalArgumentException if there is no such network, in words for the user
   */
  public static NetworkConfiguration configure(
      PreparedData data, Workload workload, Hyperparameters hyperparameters, long seed) {
    NativeRuntime.ready();
    return configure(
        data, workload, hyperparameters, seed, data.trainingBatches(hyperparameters).perEpoch());
  }

  static NetworkConfiguration configure(
      PreparedData data,
      Workload workload,
      Hyperparameters hyperparameters,
      long seed,
      int iterationsPerEpoch) {
    return Networks.configure(
        workload.model(),
        Shapes.of(data),
        hyperparameters,
        new TrainingLength(workload.maxEpochs(), iterationsPerEpoch),
        Seeds.mix(seed, Stream.INITIAL_WEIGHTS));
  }
}
