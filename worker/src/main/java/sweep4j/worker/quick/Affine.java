package sweep4j.worker.quick;

import java.util.Arrays;
import java.util.Map;
import org.deeplearning4j.exception.DL4JInvalidInputException;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * {@code z = x W + b} for the rows of a mini-batch, and its gradients. Deeplearning4j holds W, of
 * [inputs, outputs], with the weights of each output side by side.
 */
final class Affine {
  private static final String WEIGHTS = DefaultParamInitializer.WEIGHT_KEY;
  private static final String BIAS = DefaultParamInitializer.BIAS_KEY;

  private final int inputs;
  private final int outputs;
  private final float[] bias;
  private final float[] rowOfDelta;
  private final Scratch biases = new Scratch();
  private final LastMemory weights = new LastMemory(Memory::ofColumns);
  private final LastMemory weightGradient = new LastMemory(Memory::ofColumns);
  private final LastMemory biasMemory = new LastMemory(Memory::ofRows);
  private final LastMemory biasGradient = new LastMemory(Memory::ofRows);

  Affine(long inputs, long outputs) {
    this.inputs = Math.toIntExact(inputs);
    this.outputs = Math.toIntExact(outputs);
    this.bias = new float[this.outputs];
    this.rowOfDelta = new float[this.outputs];
  }

  int outputs() {
    return outputs;
  }

  /**
   * Makes sure that an array is x, as Deeplearning4j's layers do: configurations are never checked
   * against each other where a number of inputs is given rather than inferred.
   *
   * @param layer for the message
   * @throws DL4JInvalidInputException if it is not
   */
  void requireRows(INDArray input, String layer) {
    if (input.rank() != 2 || input.size(1) != inputs) {
      throw new DL4JInvalidInputException(
          "the input must be of [rows, %d], but is of %s: %s"
              .formatted(inputs, Arrays.toString(input.shape()), layer));
    }
  }

  /**
   * Computes z.
   *
   * @param x of [rows, inputs]
   * @param z room for [rows, outputs], in which b is not yet added
   * @param values where z is put in the end
   */
  void forward(Memory x, Map<String, INDArray> parameters, Memory z, float[] values, int rows) {
    Memory w = weights.of(parameters.get(WEIGHTS));
    Products.withTransposed(x, w, z, rows, outputs, inputs);
    z.read(0, values, rows * outputs);
    INDArray b = parameters.get(BIAS);
    if (b != null) {
      biasMemory.of(b).read(0, bias, outputs);
      Vectors.add(repeated(rows), values, rows * outputs);
    }
  }

  /** Writes the gradients of W and b into {@code views}, and returns these by name. */
  Gradient gradients(Memory x, Delta delta, int rows, Map<String, INDArray> views) {
    var result = new DefaultGradient();
    INDArray ofBias = views.get(BIAS);
    if (ofBias != null) {
      Arrays.fill(bias, 0);
      for (int row = 0; row < rows; row++) {
        System.arraycopy(delta.values(), row * outputs, rowOfDelta, 0, outputs);
        Vectors.add(rowOfDelta, bias, outputs);
      }
      biasGradient.of(ofBias).write(0, bias, outputs);
      result.setGradientFor(BIAS, ofBias);
    }
    Products.ofTransposed(
        delta.memory(), x, weightGradient.of(views.get(WEIGHTS)), outputs, inputs, rows);
    result.setGradientFor(WEIGHTS, views.get(WEIGHTS));
    return result;
  }

  /** The gradient toward x, of [rows, inputs]. */
  INDArray backward(
      Delta delta, Map<String, INDArray> parameters, int rows, LayerWorkspaceMgr workspaces) {
    INDArray epsilon =
        workspaces.createUninitialized(
            ArrayType.ACTIVATION_GRAD, DataType.FLOAT, new long[] {rows, inputs}, 'c');
    Products.plain(
        delta.memory(),
        weights.of(parameters.get(WEIGHTS)),
        Memory.ofRows(epsilon),
        rows,
        inputs,
        outputs);
    return epsilon;
  }

  /** The bias, row after row. */
  private float[] repeated(int rows) {
    float[] all = biases.ofLength(rows * outputs);
    for (int row = 0; row < rows; row++) {
      System.arraycopy(bias, 0, all, row * outputs, outputs);
    }
    return all;
  }
}
