package sweep4j.driver.search;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The numbers from {@code from} to below {@code until}, less one. They are counted and not kept: a
 * large bracket has as many such lists as trials.
 */
final class Others extends AbstractList<Integer> implements RandomAccess {
  private final int from;
  private final int until;
  private final int without;

  /** All from {@code from} to below {@code until} but {@code without}, which may be outside. */
  Others(int from, int until, int without) {
    this.from = from;
    this.until = Math.max(from, until);
    this.without = without;
  }

  @Override
  public Integer get(int index) {
    int number = from + Objects.checkIndex(index, size());
    return from <= without && without <= number ? number + 1 : number;
  }

  @Override
  public int size() {
    return until - from - (from <= without && without < until ? 1 : 0);
  }
}
