package sweep4j.worker.data;

import java.io.Serializable;
import java.util.Objects;

/** What each example should be answered with. */
public sealed interface Labels extends Serializable {

  int rows();

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

    /** The unscaled target of {@code row}. */
    public float of(int row) {
      return values[Objects.checkIndex(row, values.length)];
    }
  }
}
