package sweep4j.trial;

import java.io.Serializable;

/**
 * One of the parts into which the training rows are dealt: it is not learned from, so that a
 * network can be scored on rows that had no part in it.
 *
 * @param number from 0 to {@code of - 1}
 * @param of how many parts there are, at least 2
 * @param seed that the rows are dealt by
 */
public record Fold(int number, int of, long seed) implements Serializable {
  public Fold {
    if (of < 2) {
      throw new IllegalArgumentException("there must be at least 2 folds, but got " + of);
    }
    if (number < 0 || number >= of) {
      throw new IllegalArgumentException(
          "a fold's number must be from 0 to %d, but got %d".formatted(of - 1, number));
    }
  }
}
