package sweep4j.worker.model;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.weights.WeightInit;
import sweep4j.trial.Hyperparameters;
import sweep4j.worker.model.NetworkShape.Image;

/** A convolutional network: blocks of convolution and pooling, dense layers, an output layer. */
final class Cnn {

  private Cnn() {}

  static MultiLayerConfiguration configure(
      NetworkShape shape, Hyperparameters h, TrainingLength length, long seed) {
    Image image = shape.requireImage("cnn");
    var builder = new NeuralNetConfiguration.Builder().seed(seed).updater(Updaters.of(h, length));
    Regularizers.clip(builder, h);
    Convolutions.remember(builder);
    var layers = builder.list();
    var hidden = new HiddenLayers(h, layers::layer);
    // Here, and not where Deeplearning4j would put it: behind the noise, whose layer hands on the
    // batch itself in evaluation, it fails.
    layers.inputPreProcessor(
        0, new FeedForwardToCnnPreProcessor(image.height(), image.width(), image.channels()));
    hidden.addNoise();
    Image last = new ConvolutionBlocks(h, hidden, layers::layer).add(image);
    IDropout drop = Dropouts.ofHidden(h);
    int width = hidden.addDense(last.values(), drop);
    var output = Outputs.layer(shape, h).nIn(width).nOut(shape.outputs());
    hidden.weighted(output, width, WeightInit.XAVIER, drop);
    return layers.layer(output.build()).setInputType(inputType(image)).build();
  }

  /** Rows of values that are images to the first convolution. */
  static InputType inputType(Image image) {
    return InputType.convolutionalFlat(image.height(), image.width(), image.channels());
  }
}
