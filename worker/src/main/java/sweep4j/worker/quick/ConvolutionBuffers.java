package sweep4j.worker.quick;

import java.util.Arrays;
import org.deeplearning4j.exception.DL4JInvalidInputException;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a convolution needs room for while it goes from image to image. */
final class ConvolutionBuffers {
  private final Planes planes;
  private final int filters;
  private final float[] image;
  private final float[] padded;
  private final float[] patches;

  /** A result, its rows as long as those of a padded image. */
  private final float[] wide;

  /** A result. */
  private final float[] narrow;

  private final float[] mask;
  private final float[] bias;

  /** Of each filter, at each place of its result. */
  private final float[] biases;

  /** Of the deltas of all images, place by place. */
  private final float[] sum;

  ConvolutionBuffers(Planes planes, int filters) {
    this.planes = planes;
    this.filters = filters;
    this.image = new float[planes.imageLength()];
    this.padded = planes.padded();
    this.patches = new float[planes.patchRows() * planes.patchColumns()];
    this.wide = new float[filters * planes.patchColumns()];
    this.narrow = new float[filters * planes.outputLength()];
    this.mask = new float[narrow.length];
    this.bias = new float[filters];
    this.biases = new float[narrow.length];
    this.sum = new float[narrow.length];
  }

  /**
   * The geometry of a layer over {@code images} of [images, channels, height, width].
   *
   * @throws DL4JInvalidInputException if the filters are larger than these
   */
  static Planes planes(ConvolutionLayer layer, INDArray images) {
    int height = Math.toIntExact(images.size(2));
    int width = Math.toIntExact(images.size(3));
    int[] kernel = layer.getKernelSize();
    int[] padding = layer.getPadding();
    boolean same = layer.getConvolutionMode() == ConvolutionMode.Same;
    if (!same && (kernel[0] > height + 2 * padding[0] || kernel[1] > width + 2 * padding[1])) {
      throw new DL4JInvalidInputException(
          "filters of %s do not fit into images of [%d, %d] with a padding of %s"
              .formatted(Arrays.toString(kernel), height, width, Arrays.toString(padding)));
    }
    return new Planes(
        Math.toIntExact(images.size(1)),
        height,
        width,
        kernel[0],
        kernel[1],
        same ? (kernel[0] - 1) / 2 : padding[0],
        same ? (kernel[1] - 1) / 2 : padding[1],
        height + (same ? kernel[0] - 1 : 2 * padding[0]),
        width + (same ? kernel[1] - 1 : 2 * padding[1]));
  }

  boolean fits(INDArray images) {
    return images.size(1) == planes.channels()
        && images.size(2) == planes.height()
        && images.size(3) == planes.width();
  }

  /**
   * Makes sure that an array is as large as the results of {@code number} images.
   *
   * @param layer for the message
   * @throws DL4JInvalidInputException if it is not
   */
  void requireResults(INDArray array, int number, String layer) {
    if (array.length() != (long) number * narrow.length) {
      throw new DL4JInvalidInputException(
          "the gradient toward %d images of %d values is of %s: %s"
              .formatted(number, narrow.length, Arrays.toString(array.shape()), layer));
    }
  }

  Planes planes() {
    return planes;
  }

  Memory patchMemory(LayerWorkspaceMgr workspaces, ArrayType type) {
    return memory(workspaces, type, patches.length);
  }

  Memory resultMemory(LayerWorkspaceMgr workspaces, ArrayType type) {
    return memory(workspaces, type, wide.length);
  }

  private static Memory memory(LayerWorkspaceMgr workspaces, ArrayType type, int length) {
    return Memory.ofRows(
        workspaces.createUninitialized(type, DataType.FLOAT, new long[] {length}, 'c'));
  }

  /** Makes the patches of an image. */
  void writePatches(Memory images, int number, Memory to) {
    images.read((long) number * image.length, image, image.length);
    Arrays.fill(padded, 0);
    planes.pad(image, padded);
    planes.patches(padded, patches);
    to.write(0, patches, patches.length);
  }

  /** To be called before the first {@link #finish} of a mini-batch. */
  void beginForward(@Nullable INDArray array) {
    Arrays.fill(bias, 0);
    if (array != null) {
      Memory.ofRows(array).read(0, bias, filters);
    }
    int length = planes.outputLength();
    for (int filter = 0; filter < filters; filter++) {
      Arrays.fill(biases, filter * length, (filter + 1) * length, bias[filter]);
    }
  }

  /** Cuts off a result's columns that count for nothing, adds the bias, and takes relu. */
  void finish(Memory result, boolean relu, Memory outputs, int number) {
    result.read(0, wide, wide.length);
    int width = planes.outputWidth();
    for (int row = 0; row < filters * planes.outputHeight(); row++) {
      System.arraycopy(wide, row * planes.paddedWidth(), narrow, row * width, width);
    }
    Vectors.add(biases, narrow, narrow.length);
    if (relu) {
      Vectors.rectify(narrow, narrow.length);
    }
    outputs.write((long) number * narrow.length, narrow, narrow.length);
  }

  /** To be called before the first {@link #expand} of a mini-batch. */
  void beginBackward() {
    Arrays.fill(sum, 0);
    Arrays.fill(wide, 0);
  }

  /**
   * Puts zeros where {@link #finish} cut columns off.
   *
   * @param outputs of relu, where the gradient is one toward these; else null
   */
  void expand(Memory deltas, @Nullable Memory outputs, int number, Memory result) {
    long start = (long) number * narrow.length;
    deltas.read(start, narrow, narrow.length);
    if (outputs != null) {
      outputs.read(start, mask, mask.length);
      Vectors.rectifyGradient(narrow, mask, narrow.length);
    }
    Vectors.add(narrow, sum, narrow.length);
    int width = planes.outputWidth();
    for (int row = 0; row < filters * planes.outputHeight(); row++) {
      System.arraycopy(narrow, row * width, wide, row * planes.paddedWidth(), width);
    }
    result.write(0, wide, wide.length);
  }

  /** The gradient toward an image, of that toward its patches. */
  void collect(Memory from, Memory epsilons, int number) {
    from.read(0, patches, patches.length);
    planes.collect(patches, padded);
    planes.unpad(padded, image);
    epsilons.write((long) number * image.length, image, image.length);
  }

  /** The gradients of the biases: the sums of all deltas. */
  float[] sums() {
    int length = planes.outputLength();
    for (int filter = 0; filter < filters; filter++) {
      double total = 0;
      for (int i = 0; i < length; i++) {
        total += sum[filter * length + i];
      }
      bias[filter] = (float) total;
    }
    return bias;
  }
}
