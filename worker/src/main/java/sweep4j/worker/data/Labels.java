package sweep4j.worker.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/** What each example should be answered with. */
public sealed interface Labels extends Serializable {

  int rows();

  /**
   * These and, behind them, {@code others}.
   *
   * @throws ClassCastException if they are of another kind
   */
  Labels and(Labels others);

  /**
   * Numbers of classes, from 0.
   *
   * @param ids one per row, taken over: the caller must not change them later
   */
  static Classes classes(int[] ids) {
    return new Classes(ids);
  }

  /**
   * Target values of a regression, unscaled.
   *
   * @param values one per row, taken over: the caller must not change them later
   */
  static Targets targets(float[] values) {
    return new Targets(values);
  }

  /** The class of each example, for classification. */
  final class Classes implements Labels {
    private static final long serialVersionUID = 1L;

    private final int[] ids;

    private Classes(int[] ids) {
      for (int id : ids) {
        if (id < 0) {
          throw new IllegalArgumentException("classes are numbered from 0, but got " + id);
        }
      }
      this.ids = ids;
    }

    @Override
    public int rows() {
      return ids.length;
    }

    @Override
    public Labels and(Labels others) {
      int[] more = ((Classes) others).ids;
      int[] all = Arrays.copyOf(ids, Math.addExact(ids.length, more.length));
      System.arraycopy(more, 0, all, ids.length, more.length);
      return new Classes(all);
    }

    /** The number of the class of {@code row}: a place in the list of class names. */
    public int of(int row) {
      return ids[Objects.checkIndex(row, ids.length)];
    }
  }

  /** The number to predict for each example, for regression. */
  final class Targets implements Labels {
    private static final long serialVersionUID = 1L;

    private final float[] values;

    private Targets(float[] values) {
      this.values = values;
    }

    @Override
    public int rows() {
      return values.length;
    }

    @Override
    public Labels and(Labels others) {
      float[] more = ((Targets) others).values;
      float[] all = Arrays.copyOf(values, Math.addExact(values.length, more.length));
      System.arraycopy(more, 0, all, values.length, more.length);
      return new Targets(all);
    }

    /** The unscaled target of {@code row}. */
    public float of(int row) {
      return values[Objects.checkIndex(row, values.length)];
    }
  }
}
