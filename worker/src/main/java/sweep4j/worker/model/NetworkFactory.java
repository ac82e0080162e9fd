package sweep4j.worker.model;

import java.util.List;
import java.util.Set;
import sweep4j.trial.CustomParameter;
import sweep4j.trial.Hyperparameter;

/**
 * Builds a user's own network. A sweep file names the class that implements this, {@code model:
 * {type: class, factory: com.example.WideNet}}; it must be public and have a public constructor
 * without parameters. An instance is made for each trial, so it needs no synchronization.
 *
 * <p>For example, a network of as many dense layers as the sweep wants:
 *
 * <pre>{@code
 * public final class DeepNet implements NetworkFactory {
 *   private static final CustomParameter DEPTH =
 *       CustomParameter.whole("depth", 1, 8, 2, "how many hidden layers");
 *
 *   @Override
 *   public List<CustomParameter> parameters() {
 *     return List.of(DEPTH);
 *   }
 *
 *   @Override
 *   public NetworkConfiguration configure(NetworkRequest request) {
 *     var layers = request.builder().activation(Activation.RELU).list();
 *     int width = request.shape().inputs();
 *     for (int i = 0; i < request.hyperparameters().whole(DEPTH); i++) {
 *       layers.layer(request.weighted(new DenseLayer.Builder().nIn(width).nOut(64)).build());
 *       width = 64;
 *     }
 *     return new NetworkConfiguration.Chain(layers.layer(request.outputLayer(width)).build());
 *   }
 * }
 * }</pre>
 */
public interface NetworkFactory {

  /**
   * Parameters of its own, which sweep files fix under {@code model:} or search under {@code
   * parameters:} as {@code custom.NAME}. The same list at every call.
   */
  default List<CustomParameter> parameters() {
    return List.of();
  }

  /**
   * Which of the catalogue's parameters under {@code model:} have an effect on the network, such as
   * {@link Hyperparameter#DROPOUT}. A sweep file that names others is refused. Those under {@code
   * training:} and {@code augmentation:} always have theirs.
   */
  default Set<Hyperparameter> uses() {
    return Set.of();
  }

  /**
   * The network's configuration: a pure function of the request, or equal seeds would not give
   * equal trials.
   *
   * @throws IllegalArgumentException if there is no such network, in words for the user
   */
  NetworkConfiguration configure(NetworkRequest request);
}
