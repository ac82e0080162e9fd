package sweep4j.driver.search;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a sampler from trying one combination twice. In a space with a continuum that is a matter
 * of chance for independent draws, of which none are equal, and nothing is kept; but a sampler that
 * climbs may come to the same end of a range again, so {@link #ofAll} keeps points there too.
 */
final class Visited {
  /** Enough that a draw which has one chance in ten to be new almost never fails them all. */
  static final int ATTEMPTS = 64;

  private final @Nullable Cells cells;
  private final Landing landing;
  private final boolean continua;
  private final int maxTrials;

  /** Numbers of cells in a finite space; values of points in any other. */
  private final Set<Object> seen = new HashSet<>();

  /** Nothing is visited yet but what the task says is taken. */
  Visited(SearchTask task) {
    this(task, false);
  }

  private Visited(SearchTask task, boolean continua) {
    this.cells = Cells.ifFinite(task.space()).orElse(null);
    this.landing = new Landing(task.space());
    this.continua = continua;
    this.maxTrials = task.maxTrials();
    task.taken().forEach(this::add);
  }

  /** As the constructor, and keeps points of a space with a continuum too. */
  static Visited ofAll(SearchTask task) {
    return new Visited(task, true);
  }

  /**
   * Marks the combination of {@code point}.
   *
   * @param point with all its coordinates, or NaN where a parameter does not exist
   */
  boolean add(double[] point) {
    if (cells != null) {
      return seen.add(cells.index(point));
    }
    return !continua || seen.add(Arrays.stream(existing(point)).boxed().toList());
  }

  private double[] existing(double[] point) {
    boolean shown = Arrays.stream(point).anyMatch(Double::isNaN);
    return shown ? landing.land(point) : landing.existing(point);
  }

  /** How many trials there can be, all different from each other and from what is taken. */
  int trials() {
    return cells == null ? maxTrials : (int) Math.min(maxTrials, cells.count() - seen.size());
  }

  /**
   * The first point of {@code draw} whose combination is new, and from now on is not. {@code draw}
   * is asked for its attempts 0, 1, ... {@link #ATTEMPTS} - 1; if none is new, the next new cell by
   * number is taken, of which there must be one; in a space with a continuum, the last draw.
   */
  double[] next(IntFunction<double[]> draw) {
    double[] point = draw.apply(0);
    for (int attempt = 1; !add(point); attempt++) {
      if (attempt >= ATTEMPTS) {
        return cells == null ? point : nextByNumber(cells, cells.index(point));
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
