package sweep4j.worker.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Some rows of a source: a split. Splits of one source share its examples, also after serialization
 * as part of one object.
 */
public final class Subset implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Examples examples;
  private final int[] rows;

  /**
   * The rows of {@code examples} that {@code rows} lists, in its order.
   *
   * @throws IllegalArgumentException if there are no rows, or one is not a row of the examples
   */
  public Subset(Examples examples, int[] rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("a split has at least one row, but got none");
    }
    for (int row : rows) {
      if (row < 0 || row >= examples.rows()) {
        throw new IllegalArgumentException(
            "rows must be from 0 to " + (examples.rows() - 1) + ", but got " + row);
      }
    }
    this.examples = examples;
    this.rows = rows.clone();
  }

  /** Every row of {@code examples}. */
  public static Subset all(Examples examples) {
    return new Subset(examples, IntStream.range(0, examples.rows()).toArray());
  }

  /** The examples that this is a part of. */
  public Examples examples() {
    return examples;
  }

  /** How many rows there are; at least 1. */
  public int size() {
    return rows.length;
  }

  /** The row of {@link #examples()} at place {@code i}, from 0 to {@code size() - 1}. */
  public int row(int i) {
    return rows[Objects.checkIndex(i, rows.length)];
  }

  /** The rows of {@link #examples()} that belong here; a copy. */
  public int[] rows() {
    return rows.clone();
  }

  /** These rows and, behind them, those of {@code others}, which may be of another source. */
  Subset and(Subset others) {
    boolean sameSource = examples.equals(others.examples);
    int shift = sameSource ? 0 : examples.rows();
    int[] all = Arrays.copyOf(rows, Math.addExact(rows.length, others.rows.length));
    for (int i = 0; i < others.rows.length; i++) {
      all[rows.length + i] = Math.addExact(others.rows[i], shift);
    }
    return new Subset(sameSource ? examples : examples.and(others.examples), all);
  }

  /** The rows at {@code places}, each from 0 to {@code size() - 1}, in this order. */
  public Subset at(int[] places) {
    return new Subset(examples, Arrays.stream(places).map(this::row).toArray());
  }

  /** These rows if they are no more than {@code most}; else so many of them, drawn, in order. */
  Subset sample(int most, SplittableRandom random) {
    if (rows.length <= most) {
      return this;
    }
    int[] drawn = rows.clone();
    Shuffle.shuffle(drawn, random);
    drawn = Arrays.copyOf(drawn, most);
    Arrays.sort(drawn);
    return new Subset(examples, drawn);
  }

  @Override
  public String toString() {
    return "Subset of "
        + rows.length
        + " of "
        + examples.rows()
        + " rows, #"
        + Integer.toHexString(Arrays.hashCode(rows));
  }
}
