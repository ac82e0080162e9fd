package sweep4j.worker.model;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ModelType;

/** Deeplearning4j configurations by model type. */
public final class Networks {

  private Networks() {}

  /**
   * The configuration of a network.
   *
   * @param seed of the initial weights, not 0
   */
  public static MultiLayerConfiguration configure(
      ModelType type, NetworkShape shape, Hyperparameters hyperparameters, long seed) {
    return switch (type) {
      case MLP -> Mlp.configure(shape, hyperparameters, seed);
    };
  }
}
