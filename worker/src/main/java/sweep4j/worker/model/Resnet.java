package sweep4j.worker.model;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.weights.WeightInit;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ModelType.Resnet.Block;

/**
 * A residual network with full pre-activation (He et al., "Identity Mappings in Deep Residual
 * Networks", ECCV 2016, figure 4e): a first layer without activation, stages of blocks, a last
 * normalization and activation, and the output layer. Each block adds to what comes in what two
 * layers make of it, each behind its normalization (if wanted) and activation.
 */
final class Resnet {

  private Resnet() {}

  static ComputationGraphConfiguration configure(
      Block block, NetworkShape shape, Hyperparameters h, TrainingLength length, long seed) {
    var builder = new NeuralNetConfiguration.Builder().seed(seed).updater(Updaters.of(h, length));
    Regularizers.clip(builder, h);
    if (block == Block.CONVOLUTIONAL) {
      Convolutions.remember(builder);
    }
    var graph = builder.graphBuilder();
    var stack = new GraphStack(graph);
    var hidden = new HiddenLayers(h, stack);
    hidden.addNoise();
    ResidualLayers layers =
        switch (block) {
          case DENSE -> new DenseResidualLayers(h, shape.inputs());
          case CONVOLUTIONAL ->
              new ConvolutionalResidualLayers(h, shape.requireImage("resnet (convolutional)"));
        };
    int width = new ResidualBlocks(h, hidden, stack, layers).add();
    var output = Outputs.layer(shape, h).nIn(width).nOut(shape.outputs());
    hidden.weighted(output, width, WeightInit.XAVIER, Dropouts.ofHidden(h));
    stack.layer(output.build());
    stack.endAsOutput();
    return graph.setInputTypes(inputType(block, shape)).build();
  }

  private static InputType inputType(Block block, NetworkShape shape) {
    return block == Block.DENSE
        ? InputType.feedForward(shape.inputs())
        : Cnn.inputType(shape.requireImage("resnet (convolutional)"));
  }
}
