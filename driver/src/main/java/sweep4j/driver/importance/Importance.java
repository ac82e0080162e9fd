package sweep4j.driver.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How much of the cost's variance over the whole unit cube falls to each dimension alone, and to
 * each two together beyond what falls to them alone: a functional analysis of variance of a random
 * forest, as {@link Marginals} says. On a function of known sensitivity indices they are estimates
 * of Sobol's first and second order.
 *
 * @param fit share of the variance that the forest explains of samples that its trees have not
 *     seen, at most 1
 * @param main one share from 0 to 1 for each dimension
 * @param pairs one for each two dimensions, the lower first
 */
public record Importance(double fit, List<Double> main, List<Pair> pairs) {

  /** Two dimensions, and their share from 0 to 1. */
  public record Pair(int one, int other, double share) {}

  public Importance {
    main = List.copyOf(main);
    pairs = List.copyOf(pairs);
  }

  /**
   * The importance of each dimension.
   *
   * @param points one row of as many coordinates in [0, 1] for each cost, at least one; NaN where a
   *     parameter does not exist. As it changes nothing there, any value would do, and one is drawn
   * @param costs finite
   */
  public static Importance of(double[][] points, double[] costs, SplittableRandom random) {
    double[][] whole =
        Arrays.stream(points).map(point -> filled(point, random)).toArray(double[][]::new);
    var samples = new Samples(whole, costs);
    Forest forest = Forest.grow(samples, random);
    int dimensions = samples.dimensions();
    double[] main = new double[dimensions];
    double[][] both = new double[dimensions][dimensions];
    int counted = 0;
    for (Tree tree : forest.trees()) {
      var marginals = new Marginals(tree.boxes(), dimensions);
      double variance = marginals.variance();
      if (variance > 0.0) {
        counted++;
        add(marginals, variance, main, both);
      }
    }
    int trees = Math.max(1, counted);
    var pairs = new ArrayList<Pair>();
    for (int one = 0; one < dimensions; one++) {
      for (int other = one + 1; other < dimensions; other++) {
        pairs.add(new Pair(one, other, Math.max(0.0, both[one][other] / trees)));
      }
    }
    return new Importance(
        forest.fit(), Arrays.stream(main).mapToObj(share -> share / trees).toList(), pairs);
  }

  private static void add(Marginals marginals, double variance, double[] main, double[][] both) {
    double[] alone = new double[main.length];
    for (int one = 0; one < main.length; one++) {
      alone[one] = marginals.variance(one) / variance;
      main[one] += alone[one];
    }
    for (int one = 0; one < main.length; one++) {
      for (int other = one + 1; other < main.length; other++) {
        both[one][other] += marginals.variance(one, other) / variance - alone[one] - alone[other];
      }
    }
  }

  private static double[] filled(double[] point, SplittableRandom random) {
    return Arrays.stream(point)
        .map(place -> Double.isNaN(place) ? random.nextDouble() : place)
        .toArray();
  }
}
