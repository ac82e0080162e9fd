package sweep4j.driver.prediction;

import org.jspecify.annotations.Nullable;

/** How right the answers are, over the rows whose label is known. */
final class Tally {

  private long judged;
  private long right;
  private double squares;

  void addClass(int answered, int known) {
    judged++;
    right += answered == known ? 1 : 0;
  }

  void addNumber(double answered, double known) {
    judged++;
    squares += (answered - known) * (answered - known);
  }

  /** Rows that were judged. */
  long judged() {
    return judged;
  }

  /** The accuracy, or the root mean squared error in the label's own unit; null of no rows. */
  @Nullable Double quality(boolean classification) {
    if (judged == 0) {
      return null;
    }
    return classification ? (double) right / judged : Math.sqrt(squares / judged);
  }
}
