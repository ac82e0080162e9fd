package sweep4j.driver.importance;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Costs at points of the unit cube, and the order of the points in each dimension. */
final class Samples {

  private final double[][] points;
  private final double[] costs;

  /** For each dimension, of each sample: how many distinct coordinates are lower. */
  private final int[][] ranks;

  /**
   * Samples of a function.
   *
   * @param points one row of as many coordinates in [0, 1] for each cost
   * @param costs finite
   */
  Samples(double[][] points, double[] costs) {
    if (points.length != costs.length || costs.length == 0) {
      throw new IllegalArgumentException(
          "there must be at least one point, and a cost for each, but got %d and %d"
              .formatted(points.length, costs.length));
    }
    this.points = points;
    this.costs = costs;
    this.ranks = IntStream.range(0, points[0].length).mapToObj(this::rank).toArray(int[][]::new);
  }

  private int[] rank(int dimension) {
    double[] places = Arrays.stream(points).mapToDouble(point -> point[dimension]).toArray();
    double[] distinct = Arrays.stream(places).sorted().distinct().toArray();
    return Arrays.stream(places).mapToInt(place -> Arrays.binarySearch(distinct, place)).toArray();
  }

  int size() {
    return costs.length;
  }

  int dimensions() {
    return ranks.length;
  }

  double[] point(int sample) {
    return points[sample];
  }

  double cost(int sample) {
    return costs[sample];
  }

  /** Equal for equal coordinates, and lower for a lower one. */
  int rank(int sample, int dimension) {
    return ranks[dimension][sample];
  }

  /** The numbers of so many of these samples, in an order drawn at random. */
  int[] drawn(int count, SplittableRandom random) {
    int[] numbers = IntStream.range(0, size()).toArray();
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i, numbers.length);
      int kept = numbers[i];
      numbers[i] = numbers[other];
      numbers[other] = kept;
    }
    return Arrays.copyOf(numbers, count);
  }

  /** The mean cost of {@code some}, between two places. */
  double mean(int[] some, int from, int to) {
    double sum = 0.0;
    for (int i = from; i < to; i++) {
      sum += costs[some[i]];
    }
    return sum / (to - from);
  }
}
