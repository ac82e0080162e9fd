package sweep4j.trial;

/** What becomes of a row of a table that lacks a value. */
public enum Missing {
  /** The data are refused. */
  ERROR,
  /** The row is left out. */
  DROP,
  /**
   * A number becomes the column's mean, a category its most frequent one, both over the training
   * rows. A row without a label is refused.
   */
  MEAN
}
