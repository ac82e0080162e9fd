package sweep4j.worker.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Arrays in ND4J's memory for one batch after another. An array that comes back serves again: a
 * fresh one costs as much as a tenth of a step of training, because the system hands out its pages
 * one by one and zeroed.
 */
final class SpareArrays {
  private final boolean cpu = Nd4j.getEnvironment().isCPU();
  private @Nullable INDArray spare;

  /** An array of [rows, columns], in 'c' order, with the first values of {@code values}. */
  INDArray filled(float[] values, int rows, int columns) {
    int length = rows * columns;
    long[] shape = {rows, columns};
    if (!cpu) {
      // The device's copy of an array has to follow, which is ND4J's business.
      return Nd4j.create(
          length == values.length ? values : Arrays.copyOf(values, length), shape, 'c');
    }
    INDArray array = spare;
    spare = null;
    if (array == null) {
      array = Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
    }
    // Nd4j.create would put the values one by one, at ten times the cost.
    array.data().asNioFloat().put(values, 0, length);
    return array;
  }

  /**
   * Keeps an array for the next batch, or frees it.
   *
   * @param nextRows of the next batch; 0 if there is none
   */
  void takeBack(INDArray array, int nextRows) {
    if (!array.closeable()) {
      // Of a workspace, or freed already.
      return;
    }
    if (cpu && spare == null && array.size(0) == nextRows) {
      spare = array;
    } else {
      array.close();
    }
  }
}
