package sweep4j.driver.config;

/**
 * How many of the best trials' networks are put together after the sweep.
 *
 * @param top from 2 to 100; 1 is the best trial alone, and no ensemble
 */
public record EnsemblePlan(int top) {

  /** Each one is a file in the run's folder, and takes part in each step of the selection. */
  static final int MOST = 100;

  static final int DEFAULT_TOP = 5;

  public EnsemblePlan {
    if (top < 1 || top > MOST) {
      throw new IllegalArgumentException("top must be from 1 to " + MOST + ", but got " + top);
    }
  }

  /** For a sweep that ends with its best trial. */
  public static EnsemblePlan none() {
    return new EnsemblePlan(1);
  }

  /** Whether there is to be an ensemble at all. */
  public boolean wanted() {
    return top > 1;
  }
}
