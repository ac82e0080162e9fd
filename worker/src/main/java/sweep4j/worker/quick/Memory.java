package sweep4j.worker.quick;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The floats of an array in native memory, in the order in which they lie there: for matrix
 * products without ND4J's preparations, and for copies from and to Java's arrays, in which the
 * compiler turns loops into vector instructions. A view, valid as long as the array.
 */
public final class Memory {
  private final FloatPointer start;
  private final long length;

  private Memory(FloatPointer start, long length) {
    this.start = start;
    this.length = length;
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
    return new Memory(new FloatPointer(array.data().addressPointer()), array.length());
  }

  /**
   * The memory of a vector, or of a matrix whose first index counts neighbours: the rows of its
   * transpose.
   *
   * @throws IllegalArgumentException if that is not so, or its values are not floats
   */
  public static Memory ofColumns(INDArray array) {
    return ofRows(array.rank() == 2 ? array.transpose() : array);
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

  FloatPointer start() {
    return start;
  }

  /** Where the value number {@code index} is. */
  FloatPointer at(long index) {
    return new FloatPointer(start).position(index);
  }

  /** Copies values from index {@code from} on to the beginning of an array. */
  public void read(long from, float[] to, int count) {
    buffer(from, count).get(to, 0, count);
  }

  /** Copies the beginning of an array to the values from index {@code to} on. */
  public void write(long to, float[] from, int count) {
    buffer(to, count).put(from, 0, count);
  }

  private FloatBuffer buffer(long from, int count) {
    if (from < 0 || from + count > length) {
      throw new IndexOutOfBoundsException(
          "values %d to %d of %d".formatted(from, from + count, length));
    }
    FloatPointer values = at(from);
    values.limit(from + count);
    return values.asBuffer();
  }
}
