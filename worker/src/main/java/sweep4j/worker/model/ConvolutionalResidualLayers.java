package sweep4j.worker.model;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.worker.model.NetworkShape.Image;

/**
 * Convolutions; a stage for each of {@code filters}. Each stage but the first halves the image, and
 * the mean over what is left of it comes before the output layer.
 */
record ConvolutionalResidualLayers(Hyperparameters h, Image image) implements ResidualLayers {

  ConvolutionalResidualLayers {
    int pixels = Math.max(image.height(), image.width());
    int stages = h.widths(Hyperparameter.FILTERS).size();
    // An image of 5 has 3 left after the second stage, 2 after the third, 1 after the fourth.
    int most = 1 + Integer.SIZE - Integer.numberOfLeadingZeros(pixels - 1);
    if (stages > most) {
      throw new IllegalArgumentException(
          "stage %d of filters has one pixel left of %d x %d, which it cannot halve: list at most %d filters"
              .formatted(most + 1, image.height(), image.width(), most));
    }
  }

  @Override
  public int inputs() {
    return image.channels();
  }

  @Override
  public List<Integer> widths() {
    return h.widths(Hyperparameter.FILTERS);
  }

  @Override
  public ConvolutionLayer.Builder layer(int inputs, int outputs, int stride) {
    return Convolutions.of(h, inputs, outputs, stride).hasBias(hasBias());
  }

  @Override
  public ConvolutionLayer.Builder projection(int inputs, int outputs, int stride) {
    return Convolutions.square(1, inputs, outputs, stride).hasBias(hasBias());
  }

  /** Batch normalization would take a bias off again. */
  private boolean hasBias() {
    return !h.flag(Hyperparameter.BATCH_NORM);
  }

  @Override
  public int fanIn(int inputs) {
    return Convolutions.fanIn(h, inputs);
  }

  @Override
  public int stride() {
    return 2;
  }

  @Override
  public void flatten(LayerStack layers) {
    layers.layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build());
  }
}
