package sweep4j.trial;

import java.io.Serializable;

/**
 * That a configuration is trained once more, to see what it is worth without the luck that may have
 * chosen it: with a seed of its own, and scored on rows that no trial was chosen by.
 *
 * @param trial whose configuration it is, or {@link #DEFAULTS}
 * @param number from 0, among the repeats of that configuration
 * @param fold of the training rows that it is scored on
 */
public record Repeat(int trial, int number, Fold fold) implements Serializable {

  /** In the place of a trial: nothing that the sweep searches is set. */
  public static final int DEFAULTS = -1;

  public Repeat {
    if (trial < DEFAULTS) {
      throw new IllegalArgumentException("a trial's number must be at least 0, but got " + trial);
    }
    if (number < 0) {
      throw new IllegalArgumentException("repeats are numbered from 0, but got " + number);
    }
  }

  /** What is repeated, as in {@code trial 12}. */
  public static String inWords(int trial) {
    return trial == DEFAULTS ? "the defaults" : "trial " + trial;
  }
}
