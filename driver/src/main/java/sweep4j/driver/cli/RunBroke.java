package sweep4j.driver.cli;

/** A run could not go on; the message says why, and how to go on from what there is. */
final class RunBroke extends Exception {
  private static final long serialVersionUID = 1L;

  RunBroke(String message, Throwable cause) {
    super(message, cause);
  }
}
