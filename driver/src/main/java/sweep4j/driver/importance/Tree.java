package sweep4j.driver.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A regression tree (Breiman, Friedman, Olshen and Stone: "Classification and Regression Trees",
 * 1984) over the unit cube: each split is the one, of the dimensions that it may choose from, that
 * leaves the least squared error, half way between two points.
 */
final class Tree {

  /** A part of the cube that is split, or a leaf of it. */
  private sealed interface Node {}

  /** Points below {@code value} are of the {@code lower} part. */
  private record Split(int dimension, double value, Node lower, Node upper) implements Node {}

  private record Leaf(double cost) implements Node {}

  /** Gains of rounding errors are none. */
  private static final double LEAST_GAIN = 1e-12;

  private final Node root;
  private final int dimensions;

  private Tree(Node root, int dimensions) {
    this.root = root;
    this.dimensions = dimensions;
  }

  /**
   * A tree of {@code some} of the samples, by their numbers.
   *
   * @param choices how many dimensions, drawn anew for each split, it is chosen from
   * @param leaf least samples on either side of a split
   */
  static Tree grow(Samples samples, int[] some, int choices, int leaf, SplittableRandom random) {
    var growing = new Growing(samples, some.clone(), choices, leaf, random);
    return new Tree(growing.node(0, some.length), samples.dimensions());
  }

  /** The cost that this tree expects at {@code point}. */
  double at(double[] point) {
    Node node = root;
    while (node instanceof Split split) {
      node = point[split.dimension()] < split.value() ? split.lower() : split.upper();
    }
    return ((Leaf) node).cost();
  }

  /** The leaves, as parts of the cube that fill it. */
  List<Box> boxes() {
    var boxes = new ArrayList<Box>();
    double[] high = new double[dimensions];
    Arrays.fill(high, 1.0);
    add(root, new double[dimensions], high, boxes);
    return boxes;
  }

  private static void add(Node node, double[] low, double[] high, List<Box> boxes) {
    if (node instanceof Split split) {
      int dimension = split.dimension();
      double[] below = high.clone();
      below[dimension] = split.value();
      add(split.lower(), low, below, boxes);
      double[] above = low.clone();
      above[dimension] = split.value();
      add(split.upper(), above, high, boxes);
    } else {
      boxes.add(new Box(low, high, ((Leaf) node).cost()));
    }
  }

  /** A tree that is being made; its samples are put into the order of its leaves. */
  private static final class Growing {

    private final Samples samples;
    private final int[] some;
    private final int choices;
    private final int leaf;
    private final SplittableRandom random;

    /** The best split of the node at hand, and what it gains; none below the least gain. */
    private double gain;

    private int dimension;
    private double value;

    Growing(Samples samples, int[] some, int choices, int leaf, SplittableRandom random) {
      this.samples = samples;
      this.some = some;
      this.choices = choices;
      this.leaf = leaf;
      this.random = random;
    }

    Node node(int from, int to) {
      double mean = samples.mean(some, from, to);
      if (!hasSplit(from, to, mean)) {
        return new Leaf(mean);
      }
      int splitDimension = dimension;
      double splitValue = value;
      int middle = part(from, to);
      return new Split(splitDimension, splitValue, node(from, middle), node(middle, to));
    }

    private boolean hasSplit(int from, int to, double mean) {
      double squares = 0.0;
      for (int i = from; i < to; i++) {
        double error = samples.cost(some[i]) - mean;
        squares += error * error;
      }
      double least = LEAST_GAIN * squares;
      gain = least;
      for (int each : drawn()) {
        tryDimension(each, from, to, mean);
      }
      return gain > least;
    }

    /** Some dimensions, none twice. */
    private int[] drawn() {
      int[] all = IntStream.range(0, samples.dimensions()).toArray();
      for (int i = 0; i < choices; i++) {
        int other = random.nextInt(i, all.length);
        int kept = all[i];
        all[i] = all[other];
        all[other] = kept;
      }
      return Arrays.copyOf(all, choices);
    }

    private void tryDimension(int candidate, int from, int to, double mean) {
      int count = to - from;
      long[] sorted = new long[count];
      for (int i = 0; i < count; i++) {
        int sample = some[from + i];
        sorted[i] = (long) samples.rank(sample, candidate) << Integer.SIZE | sample;
      }
      Arrays.sort(sorted);
      double below = 0.0;
      for (int left = 1; left <= count - leaf; left++) {
        int last = (int) sorted[left - 1];
        below += samples.cost(last) - mean;
        int next = (int) sorted[left];
        if (left >= leaf && samples.rank(last, candidate) != samples.rank(next, candidate)) {
          // As costs are taken from their mean, the upper side's sum is the lower one's, negative.
          double gained = below * below * (1.0 / left + 1.0 / (count - left));
          if (gained > gain) {
            gain = gained;
            dimension = candidate;
            value = (samples.point(last)[candidate] + samples.point(next)[candidate]) / 2.0;
          }
        }
      }
    }

    /** Puts the samples of the lower part first, and returns where the upper part begins. */
    private int part(int from, int to) {
      int middle = from;
      for (int i = from; i < to; i++) {
        int sample = some[i];
        if (samples.point(sample)[dimension] < value) {
          some[i] = some[middle];
          some[middle++] = sample;
        }
      }
      return middle;
    }
  }
}
