package sweep4j.driver.ensemble;

/**
 * What one model, or the average of several, answers to the rows of a split: for each row and class
 * the natural logarithm of its probability, or for each row the scaled number that it predicts.
 */
public final class Answers {

  private final int outputs;
  private final double[] values;

  /**
   * Takes over {@code values}: the caller must not change them later.
   *
   * @param outputs answers to each row, at least 1
   * @param values row after row
   */
  Answers(int outputs, double[] values) {
    if (outputs < 1 || values.length % outputs != 0) {
      throw new IllegalArgumentException(
          "answers must be whole rows of at least 1, but got %d values in rows of %d"
              .formatted(values.length, outputs));
    }
    this.outputs = outputs;
    this.values = values;
  }

  int rows() {
    return values.length / outputs;
  }

  int outputs() {
    return outputs;
  }

  double at(int row, int output) {
    return values[row * outputs + output];
  }
}
