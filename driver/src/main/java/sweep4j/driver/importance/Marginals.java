package sweep4j.driver.importance;

import java.util.Arrays;
import java.util.List;

/**
 * The parts of a tree's variance over the unit cube, worked out exactly from its leaves (Hutter,
 * Hoos and Leyton-Brown: "An Efficient Approach for Assessing Hyperparameter Importance", ICML
 * 2014): a tree is constant in boxes, so its mean over all dimensions but one or two is constant
 * between the edges of the boxes there.
 */
final class Marginals {

  private final List<Box> boxes;
  private final double mean;

  /** For each dimension, the edges of the boxes, from 0 to 1. */
  private final double[][] edges;

  Marginals(List<Box> boxes, int dimensions) {
    this.boxes = boxes;
    this.mean = boxes.stream().mapToDouble(box -> box.volume() * box.cost()).sum();
    this.edges = new double[dimensions][];
    for (int dimension = 0; dimension < dimensions; dimension++) {
      int each = dimension;
      double[] all =
          boxes.stream().mapToDouble(box -> box.low()[each]).sorted().distinct().toArray();
      edges[dimension] = Arrays.copyOf(all, all.length + 1);
      edges[dimension][all.length] = 1.0;
    }
  }

  /** The variance of the tree over the cube. */
  double variance() {
    return boxes.stream().mapToDouble(box -> box.volume() * square(box.cost() - mean)).sum();
  }

  /** The variance, along one dimension, of the mean over all others. */
  double variance(int dimension) {
    double[] at = edges[dimension];
    // What each box adds is noted where it begins, and taken off where it ends.
    double[] steps = new double[at.length];
    for (Box box : boxes) {
      double part = box.volume() / box.width(dimension) * box.cost();
      steps[place(dimension, box.low()[dimension])] += part;
      steps[place(dimension, box.high()[dimension])] -= part;
    }
    double variance = 0.0;
    double marginal = 0.0;
    for (int i = 0; i < at.length - 1; i++) {
      marginal += steps[i];
      variance += (at[i + 1] - at[i]) * square(marginal - mean);
    }
    return variance;
  }

  /** The variance, over two dimensions, of the mean over all others. */
  double variance(int one, int other) {
    double[] rows = edges[one];
    double[] columns = edges[other];
    double[][] steps = new double[rows.length][columns.length];
    for (Box box : boxes) {
      double part = box.volume() / box.width(one) / box.width(other) * box.cost();
      int low = place(one, box.low()[one]);
      int high = place(one, box.high()[one]);
      int left = place(other, box.low()[other]);
      int right = place(other, box.high()[other]);
      steps[low][left] += part;
      steps[high][left] -= part;
      steps[low][right] -= part;
      steps[high][right] += part;
    }
    double variance = 0.0;
    double[] marginal = new double[columns.length];
    for (int i = 0; i < rows.length - 1; i++) {
      double along = 0.0;
      for (int j = 0; j < columns.length - 1; j++) {
        along += steps[i][j];
        marginal[j] += along;
        double area = (rows[i + 1] - rows[i]) * (columns[j + 1] - columns[j]);
        variance += area * square(marginal[j] - mean);
      }
    }
    return variance;
  }

  private int place(int dimension, double edge) {
    return Arrays.binarySearch(edges[dimension], edge);
  }

  private static double square(double x) {
    return x * x;
  }
}
