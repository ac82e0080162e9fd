package sweep4j.worker.data;

import java.nio.FloatBuffer;
import java.util.function.Consumer;
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

  /**
   * An array of [rows, columns], in 'c' order.
   *
   * @param rows at least 1
   * @param fill puts all its values, one after another
   */
  INDArray filled(int rows, int columns, Consumer<FloatBuffer> fill) {
    long[] shape = {rows, columns};
    if (!cpu) {
      // The device's copy of an array has to follow, which is ND4J's business.
      var values = new float[rows * columns];
      fill.accept(FloatBuffer.wrap(values));
      return Nd4j.create(values, shape, 'c');
    }
    INDArray array = spare;
    spare = null;
    if (array == null) {
      array = Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
    }
    // Nd4j.create would put the values one by one, at ten times the cost.
    fill.accept(array.data().asNioFloat());
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
