package sweep4j.driver.search;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A box inside the unit cube.
 *
 * @param sides one interval for each varying parameter
 */
public record Region(List<Interval> sides) {

  /** An interval {@code 0 <= low <= high <= 1}, both ends included. */
  public record Interval(double low, double high) {
    public Interval {
      if (!(0.0 <= low && low <= high && high <= 1.0)) {
        throw new IllegalArgumentException(
            "0 <= low <= high <= 1 must hold, but got (low=" + low + ", high=" + high + ")");
      }
    }

    public double width() {
      return high - low;
    }
  }

  public Region {
    sides = List.copyOf(sides);
  }

  /** The whole unit cube of {@code dimensions} dimensions. */
  public static Region whole(int dimensions) {
    return new Region(
        IntStream.range(0, dimensions).mapToObj(i -> new Interval(0.0, 1.0)).toList());
  }
}
