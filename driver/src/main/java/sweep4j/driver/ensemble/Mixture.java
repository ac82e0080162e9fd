package sweep4j.driver.ensemble;

import java.util.Arrays;
import sweep4j.trial.Score;

/**
 * The weighted average of what models answer, added up model by model in the order of their ranks,
 * so that no more than one model's answers need be in memory.
 */
public final class Mixture {

  private final Truth truth;
  private final Weights weights;
  private final double[] sums;
  private int added;

  /** An average that no model has been added to. */
  public Mixture(Truth truth, Weights weights) {
    this.truth = truth;
    this.weights = weights;
    this.sums = new double[truth.rows() * truth.outputs()];
    Arrays.fill(sums, truth.arithmetic().nothing());
  }

  /** Adds the model of the next rank. */
  public void add(Answers answers) {
    if (answers.rows() != truth.rows() || answers.outputs() != truth.outputs()) {
      throw new IllegalArgumentException(
          "answers must be [%d, %d], but are [%d, %d]"
              .formatted(truth.rows(), truth.outputs(), answers.rows(), answers.outputs()));
    }
    int count = weights.counts().get(added++);
    if (count == 0) {
      return;
    }
    Arithmetic arithmetic = truth.arithmetic();
    for (int i = 0; i < sums.length; i++) {
      double answer = answers.at(i / truth.outputs(), i % truth.outputs());
      sums[i] = arithmetic.plus(sums[i], arithmetic.times(answer, count));
    }
  }

  /** How good the average is; for once all models have been added. */
  public Score score() {
    if (added != weights.counts().size()) {
      throw new IllegalStateException(
          "all %d models must have been added, but %d have"
              .formatted(weights.counts().size(), added));
    }
    Answers average = average();
    double loss = 0;
    for (int row = 0; row < truth.rows(); row++) {
      loss += truth.loss(row, average.at(row, truth.judged(row)));
    }
    loss /= truth.rows();
    return new Score(loss, truth.quality(average, loss));
  }

  private Answers average() {
    var values = new double[sums.length];
    for (int i = 0; i < sums.length; i++) {
      values[i] = truth.arithmetic().over(sums[i], weights.total());
    }
    return new Answers(truth.outputs(), values);
  }
}
