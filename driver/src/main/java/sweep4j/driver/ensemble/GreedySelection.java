package sweep4j.driver.ensemble;

import java.util.Arrays;
import java.util.List;

/**
 * Forward selection with replacement: begins with the model of the lowest loss, and in each round
 * adds the one, of all of them, with which the average has the lowest loss, also where that is
 * higher than before. The average after the best of these rounds is chosen. So it is no worse than
 * the best single model on the rows that it is chosen by. Of equals, the model of the better rank
 * is added, and the earlier round chosen.
 *
 * <p>Example, with probabilities of the right class in two rows: model 0 has (0.9, 0.2), model 1
 * (0.1, 0.8), model 2 (0.8, 0.1). Model 0 is the best alone. With model 1 the average is (0.5,
 * 0.5), with model 2 (0.85, 0.15), with itself once more what it was; so model 1 is added, though
 * it is worse than 0.
 *
 * <p>Source: R. Caruana, A. Niculescu-Mizil, G. Crew, A. Ksikes: Ensemble Selection from Libraries
 * of Models, ICML 2004.
 */
public final class GreedySelection {

  /** Rounds at most: a weight is then a multiple of a fiftieth or coarser. */
  static final int MOST_ROUNDS = 50;

  /**
   * What a loss must fall by, as a share of it, for more rounds to be worth their models: far above
   * what rounding changes when the same average is reached in another way, far below what matters.
   */
  static final double LEAST_GAIN = 1e-12;

  private final Truth truth;

  /** What each model answers where the loss of a row looks. */
  private final double[][] judged;

  /** Of the models chosen so far. */
  private final double[] sums;

  private int rounds;

  private GreedySelection(Truth truth, List<Answers> models) {
    this.truth = truth;
    this.judged = new double[models.size()][truth.rows()];
    for (int model = 0; model < judged.length; model++) {
      for (int row = 0; row < truth.rows(); row++) {
        judged[model][row] = models.get(model).at(row, truth.judged(row));
      }
    }
    this.sums = new double[truth.rows()];
    Arrays.fill(sums, truth.arithmetic().nothing());
  }

  /**
   * How often each model is to count.
   *
   * @param truth of the rows to choose by
   * @param models what each answers to these rows, in the order of their ranks; at least one
   */
  public static Weights select(Truth truth, List<Answers> models) {
    return new GreedySelection(truth, models).select();
  }

  private Weights select() {
    var counts = new int[judged.length];
    int[] best = counts;
    double lowest = Double.POSITIVE_INFINITY;
    while (rounds < MOST_ROUNDS) {
      double[] losses = lossesWithEach();
      int model = lowest(losses);
      add(model);
      counts[model]++;
      if (rounds == 1 || losses[model] < lowest * (1 - LEAST_GAIN)) {
        lowest = losses[model];
        best = counts.clone();
      }
    }
    return new Weights(Arrays.stream(best).boxed().toList());
  }

  private double[] lossesWithEach() {
    Arithmetic arithmetic = truth.arithmetic();
    var losses = new double[judged.length];
    for (int model = 0; model < judged.length; model++) {
      for (int row = 0; row < sums.length; row++) {
        double sum = arithmetic.plus(sums[row], judged[model][row]);
        losses[model] += truth.loss(row, arithmetic.over(sum, rounds + 1));
      }
    }
    return losses;
  }

  private static int lowest(double[] losses) {
    int lowest = 0;
    for (int model = 1; model < losses.length; model++) {
      if (losses[model] < losses[lowest]) {
        lowest = model;
      }
    }
    return lowest;
  }

  private void add(int model) {
    for (int row = 0; row < sums.length; row++) {
      sums[row] = truth.arithmetic().plus(sums[row], judged[model][row]);
    }
    rounds++;
  }
}
