package sweep4j.worker.model;

import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;

/** Convolutions with square filters of {@code kernel_size}. */
final class Convolutions {

  private Convolutions() {}

  /**
   * Lets convolutions keep what they computed until their gradient is, which would otherwise be
   * computed once more: a third of the time of a step, for the memory of a mini-batch's filters.
   */
  static void remember(NeuralNetConfiguration.Builder builder) {
    builder.cacheMode(CacheMode.DEVICE);
  }

  /**
   * A convolution of an image that is padded with zeros.
   *
   * @param inputs channels of the image
   * @param outputs how many filters
   * @param stride 1 for an output as large as the image, 2 for half of it, rounded up
   */
  static ConvolutionLayer.Builder of(Hyperparameters h, int inputs, int outputs, int stride) {
    return square(h.whole(Hyperparameter.KERNEL_SIZE), inputs, outputs, stride);
  }

  /** A filter's values, which is what a unit of the layer takes in. */
  static int fanIn(Hyperparameters h, int inputs) {
    int kernel = h.whole(Hyperparameter.KERNEL_SIZE);
    return inputs * kernel * kernel;
  }

  /** As {@link #of}, with filters of {@code kernel} by {@code kernel}. */
  static ConvolutionLayer.Builder square(int kernel, int inputs, int outputs, int stride) {
    return new ConvolutionLayer.Builder(kernel, kernel)
        .stride(stride, stride)
        .convolutionMode(ConvolutionMode.Same)
        .nIn(inputs)
        .nOut(outputs);
  }
}
