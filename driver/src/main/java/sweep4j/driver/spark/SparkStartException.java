package sweep4j.driver.spark;

/** Spark cannot be started as asked; the message says with which master, and why. */
public final class SparkStartException extends Exception {
  private static final long serialVersionUID = 1L;

  SparkStartException(String message) {
    super(message);
  }

  SparkStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
