package sweep4j.worker.quick;

import java.util.Arrays;
import java.util.Objects;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution of images, one after another, so that all that is needed of an image stays in the
 * processor's cache. Deeplearning4j's makes one matrix of all images, in an order that its native
 * code is slow to write.
 */
final class QuickConvolution extends ConvolutionLayer {
  private static final String WEIGHTS = ConvolutionParamInitializer.WEIGHT_KEY;
  private static final String BIAS = ConvolutionParamInitializer.BIAS_KEY;

  private final int filters;
  private final boolean first;
  private final InputDropout dropout;
  private final Activation activation;
  private final LastMemory weights = new LastMemory(Memory::ofRows);
  private final LastMemory weightGradient = new LastMemory(Memory::ofRows);
  private @Nullable ConvolutionBuffers buffers;

  /**
   * Of relu, its output, by which its gradient is masked; from forward to backward. So no other
   * layer may write there: see {@link QuickLayers#install}.
   */
  private @Nullable Memory rectified;

  /**
   * Takes the place of {@code stock}, which {@link #knows} holds of.
   *
   * @param first whether nobody reads its gradient toward the input
   */
  QuickConvolution(ConvolutionLayer stock, boolean first) {
    super(stock.conf(), DataType.FLOAT);
    QuickLayers.handOver(stock, this);
    this.filters = Math.toIntExact(layerConf().getNOut());
    this.first = first;
    this.dropout = new InputDropout(layerConf().getIDropout());
    this.activation = new Activation(layerConf().getActivationFn());
  }

  static boolean knows(ConvolutionLayer stock) {
    var configuration = stock.layerConf();
    return stock.getClass() == ConvolutionLayer.class
        && Arrays.equals(configuration.getStride(), new int[] {1, 1})
        && Arrays.equals(configuration.getDilation(), new int[] {1, 1})
        && configuration.getCnn2dDataFormat() == CNN2DFormat.NCHW
        && configuration.getConvolutionMode() != ConvolutionMode.Causal;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    applyDropOutIfNecessary(training, workspaces);
    validateInputRank();
    validateInputDepth(layerConf().getNIn());
    input = Memory.inRows(input, workspaces, ArrayType.ACTIVATIONS);
    ConvolutionBuffers b = buffers(input);
    Planes planes = b.planes();
    int images = Math.toIntExact(input.size(0));
    INDArray z =
        workspaces.createUninitialized(
            ArrayType.ACTIVATIONS,
            DataType.FLOAT,
            new long[] {images, filters, planes.outputHeight(), planes.outputWidth()},
            'c');
    Memory from = Memory.ofRows(input);
    Memory to = Memory.ofRows(z);
    Memory w = weights.of(params.get(WEIGHTS));
    b.beginForward(params.get(BIAS));
    Memory patches = b.patchMemory(workspaces, ArrayType.FF_WORKING_MEM);
    Memory result = b.resultMemory(workspaces, ArrayType.FF_WORKING_MEM);
    for (int image = 0; image < images; image++) {
      b.writePatches(from, image, patches);
      Products.plain(w, patches, result, filters, planes.patchColumns(), planes.patchRows());
      b.finish(result, activation.isRelu(), to, image);
    }
    rectified = training && activation.isRelu() ? to : null;
    return activation.forward(z, training, workspaces);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    ConvolutionBuffers b = buffers(input);
    Planes planes = b.planes();
    int images = Math.toIntExact(input.size(0));
    b.requireResults(epsilon, images, layerId());
    INDArray delta =
        Memory.inRows(activation.backward(epsilon), workspaces, ArrayType.BP_WORKING_MEM);
    Memory mask =
        activation.isRelu() ? Objects.requireNonNull(rectified, "forward comes first") : null;
    rectified = null;
    INDArray next =
        workspaces.createUninitialized(
            ArrayType.ACTIVATION_GRAD, DataType.FLOAT, input.shape(), 'c');
    Memory from = Memory.ofRows(input);
    Memory deltas = Memory.ofRows(delta);
    Memory to = Memory.ofRows(next);
    Memory w = weights.of(params.get(WEIGHTS));
    Memory ofWeights = weightGradient.of(gradientViews.get(WEIGHTS));
    Memory patches = b.patchMemory(workspaces, ArrayType.BP_WORKING_MEM);
    Memory result = b.resultMemory(workspaces, ArrayType.BP_WORKING_MEM);
    b.beginBackward();
    for (int image = 0; image < images; image++) {
      b.expand(deltas, mask, image, result);
      b.writePatches(from, image, patches);
      Products.addWithTransposed(
          image > 0,
          result,
          patches,
          ofWeights,
          filters,
          planes.patchRows(),
          planes.patchColumns());
      if (!first) {
        Products.ofTransposed(
            w, result, patches, planes.patchRows(), planes.patchColumns(), filters);
        b.collect(patches, to, image);
      }
    }
    var gradients = new DefaultGradient();
    INDArray ofBias = gradientViews.get(BIAS);
    if (ofBias != null) {
      Memory.ofRows(ofBias).write(0, b.sums(), filters);
      gradients.setGradientFor(BIAS, ofBias);
    }
    gradients.setGradientFor(WEIGHTS, gradientViews.get(WEIGHTS), 'c');
    // Of a first layer, it holds no gradient, but has its shape.
    return new Pair<>(gradients, first ? next : backpropDropOutIfPresent(next));
  }

  private ConvolutionBuffers buffers(INDArray images) {
    if (buffers == null || !buffers.fits(images)) {
      buffers = new ConvolutionBuffers(ConvolutionBuffers.planes(layerConf(), images), filters);
    }
    return buffers;
  }

  @Override
  protected void applyDropOutIfNecessary(boolean training, LayerWorkspaceMgr workspaces) {
    if (training && !dropoutApplied) {
      input = dropout.forward(input, this, workspaces);
      dropoutApplied = true;
    }
  }

  @Override
  protected INDArray backpropDropOutIfPresent(INDArray epsilon) {
    return dropout.backward(epsilon, this);
  }

  /** Of a score that nobody reads: NaN. */
  @Override
  public double calcRegularizationScore(boolean backpropParamsOnly) {
    return Double.NaN;
  }
}
