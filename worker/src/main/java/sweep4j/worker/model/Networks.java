package sweep4j.worker.model;

import sweep4j.trial.Conflict;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ModelType;
import sweep4j.trial.OwnNetwork;
import sweep4j.worker.model.NetworkConfiguration.Chain;
import sweep4j.worker.model.NetworkConfiguration.Graph;

/** Deeplearning4j configurations by model type. */
public final class Networks {

  private Networks() {}

  /**
   * The configuration of a network.
   *
   * @param length what schedules of the learning rate count by
   * @param seed of the initial weights, not 0
   * @throws IllegalArgumentException if the hyperparameters contradict each other or a user's own
   *     network cannot be had, in words for the user
   */
  public static NetworkConfiguration configure(
      ModelType type,
      NetworkShape shape,
      Hyperparameters hyperparameters,
      TrainingLength length,
      long seed) {
    Conflict conflict = hyperparameters.conflict();
    if (conflict != null) {
      throw new IllegalArgumentException(conflict.words());
    }
    if (type instanceof ModelType.Mlp) {
      return new Chain(Mlp.configure(shape, hyperparameters, length, seed));
    }
    if (type instanceof ModelType.Cnn) {
      return new Chain(Cnn.configure(shape, hyperparameters, length, seed));
    }
    if (type instanceof ModelType.Resnet resnet) {
      return new Graph(Resnet.configure(resnet.block(), shape, hyperparameters, length, seed));
    }
    if (type instanceof OwnNetwork own) {
      return OwnNetworks.configure(own, new NetworkRequest(shape, hyperparameters, length, seed));
    }
    throw new IllegalArgumentException("no network is made for " + type);
  }
}
