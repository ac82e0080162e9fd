package sweep4j.driver.importance;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A random forest (Breiman: "Random Forests", Machine Learning 45, 2001). Its trees see most of the
 * samples each instead of a bootstrap of them, which leaves out a third: of few trials, a third is
 * more than the shares can do without.
 *
 * @param fit share of the costs' variance that is explained where a tree has not seen a sample; at
 *     most 1, and below 0 where the mean would do better
 */
record Forest(List<Tree> trees, double fit) {

  private static final int TREES = 64;

  /** Least samples on either side of a split. */
  private static final int LEAF = 2;

  /** Of the samples, the share that a tree sees. */
  private static final double SEEN = 0.9;

  Forest {
    trees = List.copyOf(trees);
  }

  static Forest grow(Samples samples, SplittableRandom random) {
    // Were it all of them, a dimension whose splits gain nothing at first would come too late.
    int choices = (int) Math.ceil(samples.dimensions() * 2.0 / 3.0);
    int most = Math.max(1, (int) (SEEN * samples.size()));
    var trees = new ArrayList<Tree>();
    double[] sums = new double[samples.size()];
    int[] counts = new int[samples.size()];
    for (int i = 0; i < TREES; i++) {
      int[] some = samples.drawn(most, random);
      Tree tree = Tree.grow(samples, some, choices, LEAF, random);
      trees.add(tree);
      boolean[] seen = new boolean[samples.size()];
      for (int sample : some) {
        seen[sample] = true;
      }
      for (int sample = 0; sample < seen.length; sample++) {
        if (!seen[sample]) {
          sums[sample] += tree.at(samples.point(sample));
          counts[sample]++;
        }
      }
    }
    return new Forest(trees, explained(samples, sums, counts));
  }

  private static double explained(Samples samples, double[] sums, int[] counts) {
    double mean = samples.mean(IntStream.range(0, samples.size()).toArray(), 0, samples.size());
    double left = 0.0;
    double all = 0.0;
    for (int sample = 0; sample < samples.size(); sample++) {
      if (counts[sample] > 0) {
        left += square(samples.cost(sample) - sums[sample] / counts[sample]);
        all += square(samples.cost(sample) - mean);
      }
    }
    return all == 0.0 ? 0.0 : 1.0 - left / all;
  }

  private static double square(double x) {
    return x * x;
  }
}
