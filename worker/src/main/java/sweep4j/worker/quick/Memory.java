package sweep4j.worker.quick;

import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The floats of an array in native memory, in the order in which they lie there: for matrix
 * products without ND4J's preparations, and for copies from and to Java's arrays, in which the
 * compiler turns loops into vector instructions.
 *
 * <p>It keeps the array from the garbage collector, which would free an array of no workspace, also
 * one whose address is still in use; not from a workspace or a {@code close()} that ends it.
 */
final class Memory {
  /** Most values that a buffer of Java reaches: it counts bytes by an int. */
  private static final int REACH = Integer.MAX_VALUE / Float.BYTES;

  private final INDArray array;
  private final FloatPointer start;
  private final long length;
  private final int reach;

  /** All values, or of an array beyond {@link #reach} those from {@link #windowStart} on. */
  private @Nullable FloatBuffer window;

  private long windowStart;

  private Memory(INDArray array) {
    this(array, REACH);
  }

  /**
   * The memory of an array, whatever its order.
   *
   * @param reach most values of a window; fewer than {@link #REACH} for tests only
   */
  Memory(INDArray array, int reach) {
    this.array = array;
    this.start = new FloatPointer(array.data().addressPointer());
    this.length = array.length();
    this.reach = reach;
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

  /**
   * Where its first value is, to be taken for a matrix. The caller keeps this object reachable
   * until it is done with the address.
   *
   * @throws IllegalArgumentException if the array is not of that many values
   */
  FloatPointer matrix(int rows, int columns) {
    if (length != (long) rows * columns) {
      throw new IllegalArgumentException(
          "a matrix of [%d, %d] is needed, but the array has %d values"
              .formatted(rows, columns, length));
    }
    return start;
  }

  /** Copies values from index {@code from} on to the beginning of an array. */
  void read(long from, float[] to, int count) {
    FloatBuffer values = window(from, count);
    try {
      values.get((int) (from - windowStart), to, 0, count);
    } finally {
      Reference.reachabilityFence(array);
    }
  }

  /** Copies the beginning of an array to the values from index {@code to} on. */
  void write(long to, float[] from, int count) {
    FloatBuffer values = window(to, count);
    try {
      values.put((int) (to - windowStart), from, 0, count);
    } finally {
      Reference.reachabilityFence(array);
    }
  }

  /** A window in which {@code count} values from {@code from} on are. */
  private FloatBuffer window(long from, int count) {
    Objects.checkFromIndexSize(from, count, length);
    FloatBuffer now = window;
    if (now == null || from < windowStart || from + count > windowStart + now.capacity()) {
      windowStart = length <= reach ? 0 : from;
      FloatPointer values = start.getPointer(windowStart);
      values.capacity(Math.min(length - windowStart, reach));
      now = values.asBuffer();
      window = now;
    }
    return now;
  }
}
