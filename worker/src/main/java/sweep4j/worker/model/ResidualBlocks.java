package sweep4j.worker.model;

import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.Activation;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;

/**
 * The part of a residual network between its input and its output layer. Dropout stands between the
 * two layers of each block (Zagoruyko and Komodakis, "Wide Residual Networks", BMVC 2016), never on
 * the way around it.
 */
final class ResidualBlocks {
  private final Hyperparameters h;
  private final HiddenLayers hidden;
  private final GraphStack stack;
  private final ResidualLayers layers;

  ResidualBlocks(Hyperparameters h, HiddenLayers hidden, GraphStack stack, ResidualLayers layers) {
    this.h = h;
    this.hidden = hidden;
    this.stack = stack;
    this.layers = layers;
  }

  /**
   * Adds them.
   *
   * @return the width of the row that comes out
   */
  int add() {
    int width = layers.widths().get(0);
    int fanIn = layers.fanIn(layers.inputs());
    linear(layers.layer(layers.inputs(), width, 1), fanIn, Dropouts.ofInput(h));
    int stride = 1;
    for (int outputs : layers.widths()) {
      for (int block = 0; block < h.whole(Hyperparameter.RESIDUAL_BLOCKS); block++) {
        block(width, outputs, stride);
        width = outputs;
        stride = 1;
      }
      stride = layers.stride();
    }
    activate(width);
    layers.flatten(stack);
    return width;
  }

  private void block(int inputs, int outputs, int stride) {
    String around = stack.top();
    boolean identity = inputs == outputs && stride == 1;
    if (identity && !h.flag(Hyperparameter.BATCH_NORM)) {
      stack.copy();
    }
    activate(inputs);
    if (!identity) {
      // Behind the activation, which the two ways then share.
      String activated = stack.top();
      linear(layers.projection(inputs, outputs, stride), inputs, null);
      around = stack.top();
      stack.goOnFrom(activated);
    }
    linear(layers.layer(inputs, outputs, stride), layers.fanIn(inputs), null);
    activate(outputs);
    IDropout drop = Dropouts.ofHidden(h);
    linear(layers.layer(outputs, outputs, 1), layers.fanIn(outputs), drop);
    stack.add(around);
  }

  private void linear(FeedForwardLayer.Builder<?> layer, int fanIn, @Nullable IDropout drop) {
    String name = h.text(Hyperparameter.ACTIVATION);
    layer.activation(Activation.IDENTITY);
    stack.layer(hidden.weighted(layer, fanIn, Activations.weightInit(name), drop).build());
  }

  private void activate(int width) {
    if (h.flag(Hyperparameter.BATCH_NORM)) {
      stack.layer(HiddenLayers.batchNormalization(width));
    }
    stack.layer(new ActivationLayer(Activations.named(h.text(Hyperparameter.ACTIVATION))));
  }
}
