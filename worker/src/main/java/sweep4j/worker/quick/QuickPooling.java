package sweep4j.worker.quick;

import java.util.Arrays;
import org.deeplearning4j.exception.DL4JInvalidInputException;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.convolution.subsampling.SubsamplingLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The highest of each square of pixels, of squares side by side. It remembers which pixel that was;
 * the first of equal ones gets the gradient.
 */
final class QuickPooling extends SubsamplingLayer {
  private final int size;
  private float[] image = {};
  private float[] pooled = {};

  /** Where in its image each value comes from; of all images of a mini-batch in training. */
  private int[] sources = {};

  /** Takes the place of {@code stock}, which {@link #knows} holds of. */
  QuickPooling(SubsamplingLayer stock) {
    super(stock.conf(), DataType.FLOAT);
    setIndex(stock.getIndex());
    setListeners(stock.getListeners());
    this.size = layerConf().getKernelSize()[0];
  }

  static boolean knows(SubsamplingLayer stock) {
    var configuration = stock.layerConf();
    int[] kernel = configuration.getKernelSize();
    return stock.getClass() == SubsamplingLayer.class
        && configuration.getPoolingType() == PoolingType.MAX
        && kernel[0] == kernel[1]
        && Arrays.equals(kernel, configuration.getStride())
        && Arrays.equals(configuration.getPadding(), new int[] {0, 0})
        && Arrays.equals(configuration.getDilation(), new int[] {1, 1})
        && configuration.getCnn2dDataFormat() == CNN2DFormat.NCHW
        && configuration.getConvolutionMode() != ConvolutionMode.Same;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    requireImages();
    INDArray rows = Memory.inRows(input, workspaces, ArrayType.FF_WORKING_MEM);
    int images = Math.toIntExact(rows.size(0));
    int planes = Math.toIntExact(rows.size(1));
    int height = Math.toIntExact(rows.size(2));
    int width = Math.toIntExact(rows.size(3));
    long[] shape = {images, planes, height / size, width / size};
    INDArray output =
        workspaces.createUninitialized(ArrayType.ACTIVATIONS, DataType.FLOAT, shape, 'c');
    // Without a gradient to come, one image's sources are written over those of the last.
    int remembered = training ? images : 1;
    makeRoom(planes * height * width, Math.toIntExact(output.length() / images), remembered);
    Memory from = Memory.ofRows(rows);
    Memory to = Memory.ofRows(output);
    for (int number = 0; number < images; number++) {
      from.read((long) number * image.length, image, image.length);
      pool(planes, height, width, number % remembered * pooled.length);
      to.write((long) number * pooled.length, pooled, pooled.length);
    }
    return output;
  }

  private void requireImages() {
    if (input.rank() != 4 || input.size(2) < size || input.size(3) < size) {
      throw new DL4JInvalidInputException(
          "the input must be of [images, channels, at least %d, at least %d], but is of %s: %s"
              .formatted(size, size, Arrays.toString(input.shape()), layerId()));
    }
  }

  private void makeRoom(int imageLength, int pooledLength, int images) {
    if (image.length != imageLength) {
      image = new float[imageLength];
      pooled = new float[pooledLength];
    }
    int length = Math.multiplyExact(images, pooledLength);
    if (sources.length < length) {
      sources = new int[length];
    }
  }

  private void pool(int planes, int height, int width, int firstSource) {
    int to = 0;
    for (int plane = 0; plane < planes; plane++) {
      for (int y = 0; y < height / size; y++) {
        int row = (plane * height + y * size) * width;
        for (int x = 0; x < width / size; x++) {
          int source = highest(row + x * size, width);
          sources[firstSource + to] = source;
          pooled[to] = image[source];
          to++;
        }
      }
    }
  }

  /** Where the highest value of a square is. */
  private int highest(int corner, int width) {
    if (size == 2) {
      int below = corner + width;
      return higher(higher(corner, corner + 1), higher(below, below + 1));
    }
    int highest = corner;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        highest = higher(highest, corner + y * width + x);
      }
    }
    return highest;
  }

  /** The second if its value is higher, by the sign of the difference, without a branch. */
  private int higher(int first, int second) {
    int sign = Float.floatToRawIntBits(image[first] - image[second]) >>> (Integer.SIZE - 1);
    return first + sign * (second - first);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    int images = Math.toIntExact(input.size(0));
    INDArray next =
        workspaces.createUninitialized(
            ArrayType.ACTIVATION_GRAD, DataType.FLOAT, input.shape(), 'c');
    Memory from = Memory.ofRows(Memory.inRows(epsilon, workspaces, ArrayType.BP_WORKING_MEM));
    Memory to = Memory.ofRows(next);
    for (int number = 0; number < images; number++) {
      from.read((long) number * pooled.length, pooled, pooled.length);
      Arrays.fill(image, 0);
      for (int i = 0; i < pooled.length; i++) {
        image[sources[number * pooled.length + i]] = pooled[i];
      }
      to.write((long) number * image.length, image, image.length);
    }
    return new Pair<>(new DefaultGradient(), next);
  }
}
