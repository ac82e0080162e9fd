package sweep4j.worker.model;

import java.util.List;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer.PoolingType;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.Activation;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.worker.model.NetworkShape.Image;

/**
 * Blocks of convolution, batch normalization (if wanted), activation and max pooling. As with dense
 * layers, {@code dropout} of a block's outputs stands at the layer that takes them in.
 */
final class ConvolutionBlocks {
  private final Hyperparameters h;
  private final HiddenLayers hidden;
  private final LayerStack layers;

  ConvolutionBlocks(Hyperparameters h, HiddenLayers hidden, LayerStack layers) {
    this.h = h;
    this.hidden = hidden;
    this.layers = layers;
  }

  /**
   * Adds a block for each of {@code filters}.
   *
   * @return the sizes of what the last one gives
   * @throws IllegalArgumentException if an image gets too small to be pooled, in words for the user
   */
  Image add(Image input) {
    List<Integer> filters = h.widths(Hyperparameter.FILTERS);
    int pool = h.whole(Hyperparameter.POOL_SIZE);
    IDropout drop = Dropouts.ofInput(h);
    Image image = input;
    for (int block = 1; block <= filters.size(); block++) {
      int outputs = filters.get(block - 1);
      convolve(image.channels(), outputs, drop);
      requirePoolable(input, image, block, pool);
      if (pool > 1) {
        layers.layer(
            new SubsamplingLayer.Builder(PoolingType.MAX)
                .kernelSize(pool, pool)
                .stride(pool, pool)
                .build());
      }
      // What is left over at the right and the bottom is not pooled.
      image = new Image(outputs, image.height() / pool, image.width() / pool);
      drop = Dropouts.ofHidden(h);
    }
    return image;
  }

  private void convolve(int inputs, int outputs, @Nullable IDropout drop) {
    String name = h.text(Hyperparameter.ACTIVATION);
    Activation activation = Activations.named(name);
    boolean normalized = h.flag(Hyperparameter.BATCH_NORM);
    ConvolutionLayer.Builder convolution =
        Convolutions.of(h, inputs, outputs, 1)
            .activation(normalized ? Activation.IDENTITY : activation)
            .hasBias(!normalized);
    int fanIn = Convolutions.fanIn(h, inputs);
    layers.layer(hidden.weighted(convolution, fanIn, Activations.weightInit(name), drop).build());
    if (normalized) {
      layers.layer(HiddenLayers.batchNormalization(outputs));
      layers.layer(new ActivationLayer(activation));
    }
  }

  private static void requirePoolable(Image input, Image image, int block, int pool) {
    if (image.height() < pool || image.width() < pool) {
      throw new IllegalArgumentException(
          "block %d of filters has %d x %d pixels left of %d x %d, too few for a pool_size of %d:"
                  .formatted(
                      block, image.height(), image.width(), input.height(), input.width(), pool)
              + " list fewer filters, or take a smaller pool_size");
    }
  }
}
