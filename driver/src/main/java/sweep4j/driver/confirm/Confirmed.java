package sweep4j.driver.confirm;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What repeats say of a configuration.
 *
 * @param objective where its true mean lies, over folds
 * @param behind how far it is behind the best; null for the best itself
 */
public record Confirmed(Candidate candidate, Interval objective, @Nullable Behind behind) {

  /** The chance of being told apart from the best without being worse. */
  static final double LEVEL = 0.05;

  /**
   * How a configuration compares with the best one.
   *
   * @param by how much worse it is, in the unit of the metric; below 0 if it is better, as only the
   *     defaults can be
   * @param p of chance doing that though it is no worse, corrected for the number compared
   * @param pBetter likewise, though it is no better
   * @param needed how many trainings of each it would take to tell the two apart; empty if no
   *     number would do
   */
  public record Behind(double by, double p, double pBetter, OptionalInt needed) {

    /** Whether chance alone may be what puts it behind. */
    public boolean isTied() {
      return p > LEVEL;
    }

    /** Whether it is better than the best, and hardly by chance. */
    public boolean isBetter() {
      return pBetter <= LEVEL;
    }
  }

  /** Whether it may be as good as the best; the best itself is. */
  public boolean isTiedWithBest() {
    return behind == null || behind.isTied();
  }
}
