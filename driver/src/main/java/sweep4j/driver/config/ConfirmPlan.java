package sweep4j.driver.config;

import org.jspecify.annotations.Nullable;

/**
 * That the best trials and the defaults are trained again after the search, to tell merit from
 * luck.
 *
 * @param top how many of the best trials, from 1 to 100
 * @param repeats how often each, from 2 to 100; with {@code folds}, how often with each of them,
 *     from 1
 * @param folds into how many parts the training rows are dealt, from 2 to 100; null for as many as
 *     there are repeats
 */
public record ConfirmPlan(int top, int repeats, @Nullable Integer folds) {

  /** Each repeat is a training. */
  static final int MOST = 100;

  static final int DEFAULT_TOP = 5;
  static final int DEFAULT_REPEATS = 5;

  public ConfirmPlan {
    require("top", top, 1);
    require("repeats", repeats, leastRepeats(folds != null));
    if (folds != null) {
      require("folds", folds, 2);
    }
  }

  private static void require(String name, int value, int least) {
    if (value < least || value > MOST) {
      throw new IllegalArgumentException(
          "%s must be from %d to %d, but got %d".formatted(name, least, MOST, value));
    }
  }

  /** A spread takes two values, of different folds. */
  static int leastRepeats(boolean withFolds) {
    return withFolds ? 1 : 2;
  }

  /** Into how many folds the training rows are dealt. */
  public int parts() {
    return folds == null ? repeats : folds;
  }

  /** How often each configuration is trained with each fold. */
  public int repeatsOfEach() {
    return folds == null ? 1 : repeats;
  }
}
