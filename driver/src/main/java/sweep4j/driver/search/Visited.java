package sweep4j.driver.search;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a sampler from trying one combination of a finite space twice. Where there is a continuum
 * no two draws are equal, and nothing is kept of a space that has one, even of a part in which it
 * does not exist.
 */
final class Visited {
  /** Enough that a draw which has one chance in ten to be new almost never fails them all. */
  static final int ATTEMPTS = 64;

  private final @Nullable Cells cells;
  private final Set<Long> seen = new HashSet<>();

  private final int maxTrials;

  /** Nothing is visited yet but what the task says is taken. */
  Visited(SearchTask task) {
    this.cells = Cells.ifFinite(task.space()).orElse(null);
    this.maxTrials = task.maxTrials();
    task.taken().forEach(this::add);
  }

  /** Marks the cell of {@code point}. */
  void add(double[] point) {
    if (cells != null) {
      seen.add(cells.index(point));
    }
  }

  /** How many trials there can be, all different from each other and from what is taken. */
  int trials() {
    return cells == null ? maxTrials : (int) Math.min(maxTrials, cells.count() - seen.size());
  }

  /**
   * The first point of {@code draw} whose cell is new, and from now on is not. {@code draw} is
   * asked for its attempts 0, 1, ... {@link #ATTEMPTS} - 1; if none is new, the next new cell by
   * number is taken. There must be one.
   */
  double[] next(IntFunction<double[]> draw) {
    double[] point = draw.apply(0);
    if (cells == null) {
      return point;
    }
    for (int attempt = 1; !seen.add(cells.index(point)); attempt++) {
      if (attempt >= ATTEMPTS) {
        return nextByNumber(cells, cells.index(point));
      }
      point = draw.apply(attempt);
    }
    return point;
  }

  private double[] nextByNumber(Cells cells, long from) {
    long index = from;
    while (!seen.add(index)) {
      index = index + 1 < cells.count() ? index + 1 : 0;
    }
    return cells.point(index);
  }
}
