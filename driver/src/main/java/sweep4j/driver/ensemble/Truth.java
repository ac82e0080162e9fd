package sweep4j.driver.ensemble;

/**
 * The right answers to the rows of a split, and how far from them an answer is. The measures are
 * those of {@link sweep4j.trial.Metric}, so that an ensemble of one model has that model's scores.
 */
public sealed interface Truth permits RightClasses, RightNumbers {

  /** How many rows; at least 1. */
  int rows();

  /** How many numbers a model answers to a row. */
  int outputs();

  /**
   * What a network computes before its last activation, as answers.
   *
   * @param network row after row, {@link #rows} times {@link #outputs}
   */
  Answers answers(float[] network);

  /** How such answers are averaged. */
  Arithmetic arithmetic();

  /** The one of the answers to {@code row} that its loss depends on. */
  int judged(int row);

  /** The loss of {@code row} where {@link #judged} is answered with {@code answer}. */
  double loss(int row, double answer);

  /**
   * The quality of {@link sweep4j.trial.Score}.
   *
   * @param answers to all rows
   * @param loss of these, mean per row
   */
  double quality(Answers answers, double loss);
}
