package sweep4j.bench.jmh;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The matrix products of a layer in a step of training, over arrays of their own.
 *
 * @param towardInput whether the gradient toward the layer's input is computed, which the first
 *     layer of a network has no use for
 */
record Product(
    INDArray input,
    INDArray weights,
    INDArray output,
    INDArray weightGradient,
    INDArray inputGradient,
    boolean towardInput) {

  /** Of a layer on {@code rows} rows: examples, or for a convolution all places of its filters. */
  static Product of(int rows, Layer layer, boolean towardInput) {
    return new Product(
        Nd4j.rand(DataType.FLOAT, rows, layer.inputs()),
        Nd4j.rand(DataType.FLOAT, layer.inputs(), layer.outputs()).dup('f'),
        uninitialized(rows, layer.outputs()),
        uninitialized(layer.inputs(), layer.outputs()),
        uninitialized(rows, layer.inputs()),
        towardInput);
  }

  private static INDArray uninitialized(long rows, long columns) {
    return Nd4j.createUninitialized(DataType.FLOAT, new long[] {rows, columns}, 'f');
  }

  /** Forward, toward the weights, and toward the input; the output stands for its own gradient. */
  void compute() {
    Nd4j.gemm(input, weights, output, false, false, 1, 0);
    Nd4j.gemm(input, output, weightGradient, true, false, 1, 0);
    if (towardInput) {
      Nd4j.gemm(output, weights, inputGradient, false, true, 1, 0);
    }
  }
}
