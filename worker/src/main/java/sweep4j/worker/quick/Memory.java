package sweep4j.worker.quick;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The floats of an array in native memory, in the order in which they lie there: for matrix
 * products without ND4J's preparations, and for copies from and to Java's arrays, in which the
 * compiler turns loops into vector instructions. A view, valid as long as the array.
 */
final class Memory {
  private final FloatPointer start;
  private final int length;
  private @Nullable FloatBuffer values;

  private Memory(INDArray array) {
    this.start = new FloatPointer(array.data().addressPointer());
    this.length = Math.toIntExact(array.length());
  }

  /**
   * The memory of an array whose last index counts neighbours.
   *
   * @throws IllegalArgumentException if that is not so, or its values are not floats
   */
  static Memory ofRows(INDArray array) {
    if (!holdsRows(array)) {
      throw new IllegalArgumentException(
          "rows of floats must lie one after another, but do not: " + array.shapeInfoToString());
    }
    return new Memory(array);
  }

  /**
   * The memory of a matrix whose first index counts neighbours: the rows of its transpose.
   *
   * @throws IllegalArgumentException if that is not so, or its values are not floats
   */
  static Memory ofColumns(INDArray matrix) {
    if (matrix.dataType() != DataType.FLOAT
        || matrix.rank() != 2
        || (matrix.size(0) > 1 && matrix.stride(0) != 1)
        || (matrix.size(1) > 1 && matrix.stride(1) != matrix.size(0))) {
      throw new IllegalArgumentException(
          "columns of floats must lie one after another, but do not: "
              + matrix.shapeInfoToString());
    }
    return new Memory(matrix);
  }

  static boolean holdsRows(INDArray array) {
    if (array.dataType() != DataType.FLOAT) {
      return false;
    }
    long stride = 1;
    for (int dimension = array.rank() - 1; dimension >= 0; dimension--) {
      if (array.size(dimension) > 1 && array.stride(dimension) != stride) {
        return false;
      }
      stride *= array.size(dimension);
    }
    return true;
  }

  /** The array itself where its rows lie one after another, else a copy in which they do. */
  static INDArray inRows(INDArray array, LayerWorkspaceMgr workspaces, ArrayType type) {
    return holdsRows(array) ? array : workspaces.dup(type, array.castTo(DataType.FLOAT), 'c');
  }

  /** Where its first value is. */
  FloatPointer start() {
    return start;
  }

  /** Copies values from index {@code from} on to the beginning of an array. */
  void read(int from, float[] to, int count) {
    values().get(from, to, 0, count);
  }

  /** Copies the beginning of an array to the values from index {@code to} on. */
  void write(int to, float[] from, int count) {
    values().put(to, from, 0, count);
  }

  private FloatBuffer values() {
    if (values == null) {
      var all = new FloatPointer(start);
      all.capacity(length);
      values = all.asBuffer();
    }
    return values;
  }
}
