package sweep4j.worker.model;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import sweep4j.trial.Conflict;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ModelType;

/** Deeplearning4j configurations by model type. */
public final class Networks {

  private Networks() {}

  /**
   * The configuration of a network.
   *
   * @param length what schedules of the learning rate count by
   * @param seed of the initial weights, not 0
   * @throws IllegalArgumentException if the hyperparameters contradict each other, in words for the
   *     user
   */
  public static MultiLayerConfiguration configure(
      ModelType type,
      NetworkShape shape,
      Hyperparameters hyperparameters,
      TrainingLength length,
      long seed) {
    Conflict conflict = hyperparameters.conflict();
    if (conflict != null) {
      throw new IllegalArgumentException(conflict.words());
    }
    return switch (type) {
      case MLP -> Mlp.configure(shape, hyperparameters, length, seed);
    };
  }

  /**
   * A copy of {@code configuration} that Deeplearning4j alone understands. It differs in updaters
   * only, which have no part in what a trained network answers: a schedule of ours becomes the
   * constant learning rate that it starts from, classical momentum becomes Nesterov's.
   */
  public static MultiLayerConfiguration portable(MultiLayerConfiguration configuration) {
    MultiLayerConfiguration copy = configuration.clone();
    for (NeuralNetConfiguration each : copy.getConfs()) {
      if (each.getLayer() instanceof BaseLayer layer) {
        layer.setIUpdater(Updaters.stock(layer.getIUpdater()));
      }
    }
    return copy;
  }
}
