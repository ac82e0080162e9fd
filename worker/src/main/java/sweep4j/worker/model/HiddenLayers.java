package sweep4j.worker.model;

import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.weightnoise.WeightNoise;
import org.deeplearning4j.nn.weights.WeightInit;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.Activation;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;

/**
 * The layers between input and output. A layer of Deeplearning4j drops its own input, so {@code
 * dropout} of one layer's outputs stands at the next.
 */
final class HiddenLayers {
  private final Hyperparameters h;
  private final LayerStack layers;

  HiddenLayers(Hyperparameters h, LayerStack layers) {
    this.h = h;
    this.layers = layers;
  }

  /** Adds the noise on the inputs, if there is any. */
  void addNoise() {
    double noise = h.real(Hyperparameter.INPUT_NOISE);
    if (noise > 0) {
      layers.layer(new DropoutLayer.Builder(new GaussianNoise(noise)).build());
    }
  }

  /**
   * Adds the dense ones.
   *
   * @param inputs width of what comes in
   * @param inputDrop of what comes in; null for none
   * @return the width of the last one
   */
  int addDense(int inputs, @Nullable IDropout inputDrop) {
    int width = inputs;
    IDropout drop = inputDrop;
    for (int next : h.hiddenWidths()) {
      add(width, next, drop);
      width = next;
      drop = Dropouts.ofHidden(h);
    }
    return width;
  }

  private void add(int inputs, int outputs, @Nullable IDropout drop) {
    String name = h.text(Hyperparameter.ACTIVATION);
    Activation activation = Activations.named(name);
    boolean normalized = h.flag(Hyperparameter.BATCH_NORM);
    var dense =
        new DenseLayer.Builder()
            .nIn(inputs)
            .nOut(outputs)
            .activation(normalized ? Activation.IDENTITY : activation)
            // Normalization would take a bias off again; it has a shift of its own.
            .hasBias(!normalized);
    layers.layer(weighted(dense, inputs, Activations.weightInit(name), drop).build());
    if (normalized) {
      layers.layer(batchNormalization(outputs));
      layers.layer(new ActivationLayer(activation));
    }
  }

  /** What all layers with weights have, the output layer too. */
  <B extends BaseLayer.Builder<?>> B weighted(
      B layer, int inputs, WeightInit suitable, @Nullable IDropout drop) {
    layer.weightInit(WeightInits.named(h.text(Hyperparameter.WEIGHT_INIT), suitable, inputs));
    Regularizers.penalize(layer, h);
    Regularizers.bound(layer, h);
    if (drop != null) {
      // Of its own: it remembers what it dropped.
      layer.dropOut(drop.clone());
    }
    double noise = h.real(Hyperparameter.WEIGHT_NOISE);
    if (noise > 0) {
      layer.weightNoise(new WeightNoise(new NormalDistribution(0, noise)));
    }
    return layer;
  }

  /** Normalization of {@code width} columns, or channels. */
  static FeedForwardLayer batchNormalization(int width) {
    return new BatchNormalization.Builder()
        .nIn(width)
        .nOut(width)
        // Its logarithm ends as NaN where batches of one example, without variance, have let the
        // running variance decay to zero.
        .useLogStd(false)
        // Running statistics travel as gradients, which clipping would spoil.
        .gradientNormalization(GradientNormalization.None)
        .build();
  }
}
