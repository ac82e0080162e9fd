package sweep4j.driver.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import sweep4j.driver.space.Domain;
import sweep4j.driver.space.Extended;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;

/**
 * A part of the unit cube: of each varying parameter an interval, or, where neighbours mean
 * nothing, a set of levels.
 *
 * @param sides one for each varying parameter, in order
 */
public record Region(List<Side> sides) {

  /** What a region keeps of one parameter. Never empty. */
  public sealed interface Side {}

  /** An interval {@code 0 <= low <= high <= 1}, both ends included. */
  public record Interval(double low, double high) implements Side {
    public Interval {
      if (!(0.0 <= low && low <= high && high <= 1.0)) {
        throw new IllegalArgumentException(
            "`0 <= low <= high <= 1` must hold, but got (low=" + low + ", high=" + high + ")");
      }
    }

    public double width() {
      return high - low;
    }

    double at(double unit) {
      return Math.min(low + unit * width(), high);
    }
  }

  /**
   * Some levels of a parameter without order.
   *
   * @param levels at least one, each at least 0, increasing
   */
  public record Levels(List<Integer> levels) implements Side {
    public Levels {
      levels = levels.stream().sorted().distinct().toList();
      if (levels.isEmpty() || levels.get(0) < 0) {
        throw new IllegalArgumentException(
            "there must be at least one level, none below 0, but got " + levels);
      }
    }

    /** Of these levels, cut [0, 1] into their shares of {@code domain}, the one at a unit. */
    int at(double unit, Domain domain) {
      double left = unit * levels.stream().mapToDouble(domain::shareOf).sum();
      for (int level : levels) {
        left -= domain.shareOf(level);
        if (left < 0.0) {
          return level;
        }
      }
      return levels.get(levels.size() - 1);
    }
  }

  private static final Interval WHOLE = new Interval(0.0, 1.0);

  public Region {
    sides = List.copyOf(sides);
  }

  /** The whole unit cube. */
  public static Region whole(SearchSpace space) {
    return new Region(space.varying().stream().map(each -> whole(each.domain())).toList());
  }

  /** What the sweep file declares: the whole unit cube, but for {@link Extended} domains. */
  public static Region declared(SearchSpace space) {
    return new Region(space.varying().stream().map(each -> declared(each.domain())).toList());
  }

  /** The declared part of {@code domain}. */
  static Side declared(Domain domain) {
    return domain instanceof Extended extended
        ? new Interval(extended.low(), extended.high())
        : whole(domain);
  }

  private static Side whole(Domain domain) {
    return domain.ordered()
        ? WHOLE
        : new Levels(IntStream.range(0, domain.levels()).boxed().toList());
  }

  /**
   * The point of this region that stands where {@code unit} stands in the whole cube: evenly spread
   * points stay evenly spread, and of a set of levels each keeps its share beside the others.
   */
  double[] point(SearchSpace space, double[] unit) {
    List<Parameter> varying = space.varying();
    double[] point = new double[unit.length];
    for (int dimension = 0; dimension < point.length; dimension++) {
      Side side = sides.get(dimension);
      Domain domain = varying.get(dimension).domain();
      point[dimension] =
          side instanceof Levels levels
              ? domain.unitOfLevel(levels.at(unit[dimension], domain))
              : ((Interval) side).at(unit[dimension]);
    }
    return point;
  }

  /**
   * Whether {@code point} lies in this region, its ends included. NaN stands for a parameter that
   * does not exist there, and lies in every side.
   */
  public boolean contains(SearchSpace space, double[] point) {
    List<Parameter> varying = space.varying();
    return IntStream.range(0, point.length)
        .allMatch(d -> contains(sides.get(d), varying.get(d).domain(), point[d]));
  }

  private static boolean contains(Side side, Domain domain, double unit) {
    if (Double.isNaN(unit)) {
      return true;
    }
    return side instanceof Levels levels
        ? levels.levels().contains(domain.levelAt(unit))
        : ((Interval) side).low() <= unit && unit <= ((Interval) side).high();
  }

  /**
   * This region grown until it holds all that is declared: not at all for a {@code share} of 0, all
   * the way for 1. Sets of levels become whole half way.
   */
  Region widened(SearchSpace space, double share) {
    List<Side> declared = declared(space).sides();
    Side[] grown = sides.toArray(Side[]::new);
    for (int dimension = 0; dimension < grown.length; dimension++) {
      if (grown[dimension] instanceof Interval side) {
        grown[dimension] = widened(side, (Interval) declared.get(dimension), share);
      } else if (share >= 0.5) {
        grown[dimension] = declared.get(dimension);
      }
    }
    return new Region(Arrays.asList(grown));
  }

  private static Interval widened(Interval side, Interval declared, double share) {
    double below = Math.max(0.0, side.low() - declared.low());
    double above = Math.max(0.0, declared.high() - side.high());
    return new Interval(
        Math.max(0.0, side.low() - share * below), Math.min(1.0, side.high() + share * above));
  }

  /** What this region means in values of the parameters, in order. */
  public List<Narrowing> describe(SearchSpace space) {
    List<Parameter> varying = space.varying();
    List<Side> declared = declared(space).sides();
    return IntStream.range(0, sides.size())
        .mapToObj(d -> Narrowing.of(varying.get(d), declared.get(d), sides.get(d)))
        .toList();
  }
}
