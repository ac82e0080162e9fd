package sweep4j.driver.search;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.space.SearchSpace;

/**
 * Keeps a sampler from trying one combination of a finite space twice. In a space with a continuum
 * no two draws are equal, and nothing is kept.
 */
final class Visited {
  /** Enough that a draw which has one chance in ten to be new almost never fails them all. */
  static final int ATTEMPTS = 64;

  private final @Nullable Cells cells;
  private final Set<Long> seen = new HashSet<>();

  Visited(SearchSpace space) {
    this.cells = Cells.ifFinite(space).orElse(null);
  }

  /** The most trials that can all be different: {@code wanted}, or the number of cells if lower. */
  static int trials(SearchSpace space, int wanted) {
    if (wanted < 1) {
      throw new IllegalArgumentException("`max_trials >= 1` must hold, but got " + wanted);
    }
    return Cells.ifFinite(space).map(cells -> (int) Math.min(wanted, cells.count())).orElse(wanted);
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
