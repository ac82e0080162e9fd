package sweep4j.worker.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import sweep4j.worker.model.NetworkConfiguration;
import sweep4j.worker.quick.QuickLayers;

/**
 * A network in native memory. Deeplearning4j's two kinds have no type in common that offers what
 * training needs. For one thread at a time.
 */
public sealed interface Network extends AutoCloseable permits ChainNetwork, GraphNetwork {

  /** A network with initial weights drawn from its configuration's seed. */
  static Network of(NetworkConfiguration configuration) {
    return of(configuration, false);
  }

  /**
   * As {@link #of(NetworkConfiguration)}.
   *
   * @param stockUpdater whether Deeplearning4j's own updater is to be used in any case
   */
  static Network of(NetworkConfiguration configuration, boolean stockUpdater) {
    return configuration instanceof NetworkConfiguration.Chain chain
        ? ChainNetwork.of(chain.configuration(), stockUpdater)
        : GraphNetwork.of(
            ((NetworkConfiguration.Graph) configuration).configuration(), stockUpdater);
  }

  /** Gives one that trains in the hands of others the layers that this package trains with. */
  static void quicken(MultiLayerNetwork network) {
    QuickLayers.install(network);
  }

  /** Deeplearning4j's own object. */
  Model model();

  /** The same network, over the same parameters, as {@link NetworkConfiguration#portable} says. */
  Model portable();

  /** All weights and biases, [1, n]; the network's own, not a copy. */
  INDArray params();

  /** All gradients of the last step, [1, n]; the network's own. Null before the first step. */
  @Nullable INDArray gradients();

  /** What changes the parameters; null of a network that does not train. */
  @Nullable Updates updates();

  /** Sets to zero what has decayed almost to nothing, as each step of {@link #fit} sees to. */
  default void flush() {
    Updates after = updates();
    if (after != null) {
      after.flushNow();
    }
  }

  /** One step of training. */
  void fit(DataSet batch);

  /**
   * The gradients of the loss, summed over {@code batch}, by parameter, named {@code
   * LAYER_PARAMETER}, from the input on: the network's own, until the next step. Nothing else
   * changes.
   */
  Map<String, INDArray> gradientsOn(DataSet batch);

  /**
   * What {@link #gradientsOn} answers; the layers forget the batch, and the noise they drew for it.
   */
  static Map<String, INDArray> forget(Layer[] layers, Set<String> parameters, Gradient gradient) {
    for (Layer layer : layers) {
      layer.clear();
      layer.clearNoiseWeightParams();
    }
    var ordered = new LinkedHashMap<String, INDArray>();
    for (String parameter : parameters) {
      ordered.put(parameter, gradient.getGradientFor(parameter));
    }
    return ordered;
  }

  /** To be called after the last step of an epoch. */
  void endEpoch();

  /** How many steps there have been, also those before a pause. */
  int iteration();

  /** Goes on as if {@code epoch} epochs and {@code iteration} steps were over. */
  void resumeAt(int epoch, int iteration);

  /** What the output layer computes, after its activation: [rows, outputs], of the caller. */
  INDArray output(INDArray features);

  /** The layer that {@link #output} comes from. */
  BaseLayer outputLayer();

  /**
   * What the output layer computes before its activation: [rows, outputs], of the caller. The
   * probabilities behind a softmax would not do for a loss: in single precision they end at 1e-45.
   */
  default INDArray logits(INDArray features) {
    BaseLayer layer = outputLayer();
    IActivation activation = layer.getActivationFn();
    layer.setActivationFn(new ActivationIdentity());
    try {
      return output(features);
    } finally {
      layer.setActivationFn(activation);
    }
  }

  /**
   * Frees its native memory. As {@code close()} of Deeplearning4j does, less its call of the
   * garbage collector, for which the trials beside this one would have to stand still.
   */
  @Override
  default void close() {
    for (INDArray array : new INDArray[] {params(), gradients()}) {
      if (array != null && array.closeable()) {
        array.close();
      }
    }
    Updates updates = updates();
    if (updates != null) {
      updates.close();
    }
  }
}
