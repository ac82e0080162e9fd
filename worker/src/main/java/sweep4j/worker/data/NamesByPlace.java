package sweep4j.worker.data;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * Names that follow from their places, so that millions of them take no memory: one short line of a
 * file can say that there are as many columns.
 */
abstract sealed class NamesByPlace extends AbstractList<String>
    implements RandomAccess, Serializable permits PixelNames, ColumnNumbers {
  private static final long serialVersionUID = 1L;

  /** The most inputs that a file may claim: each has a statistic and a weight. */
  static final int MOST = 1 << 24;

  /** {@code names} in a list that nobody can change. */
  static List<String> copyOf(List<String> names) {
    return names instanceof NamesByPlace ? names : List.copyOf(names);
  }
}
