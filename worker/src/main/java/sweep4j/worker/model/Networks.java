package sweep4j.worker.model;

import java.util.List;
import java.util.Map;
import sweep4j.trial.Conflict;
import sweep4j.trial.Hyperparameter;
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
    return Described.configure((ModelType.Dl4j) type, shape, hyperparameters, length, seed)
        .network();
  }

  /**
   * Which layers of a network that a file describes are touched by what the sweep sets.
   *
   * @return names of layers by hyperparameter, in the catalogue's order
   * @throws IllegalArgumentException as {@link #configure} does
   */
  public static Map<Hyperparameter, List<String>> touched(
      ModelType.Dl4j type, NetworkShape shape, Hyperparameters hyperparameters) {
    return Described.configure(type, shape, hyperparameters, new TrainingLength(1, 1), 1).touched();
  }

  /** Whether the network normalizes by the statistics of a mini-batch. */
  public static boolean normalizesBatches(ModelType type, Hyperparameters hyperparameters) {
    return type instanceof ModelType.Dl4j described
        ? DescriptionReader.hasBatchNormalization(described)
        : hyperparameters.flag(Hyperparameter.BATCH_NORM);
  }
}
