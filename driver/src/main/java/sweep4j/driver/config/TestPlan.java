package sweep4j.driver.config;

/**
 * How many of the best trials are scored on the test split, once, after everything was chosen.
 *
 * @param top from 1 to 100
 */
public record TestPlan(int top) {

  /** Each one beyond the first is a file in the run's folder. */
  static final int MOST = 100;

  public TestPlan {
    if (top < 1 || top > MOST) {
      throw new IllegalArgumentException("top must be from 1 to " + MOST + ", but got " + top);
    }
  }

  /** For a sweep that ends with the score of its winner. */
  public static TestPlan usual() {
    return new TestPlan(1);
  }
}
