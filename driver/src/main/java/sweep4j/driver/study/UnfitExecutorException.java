package sweep4j.driver.study;

/**
 * An executor can run no trial at all, whichever it is. The message is for the person who set the
 * executors up: it names the place, what is wrong there, and what to do.
 */
public final class UnfitExecutorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnfitExecutorException(String message, Throwable cause) {
    super(message, cause);
  }

  public UnfitExecutorException(String message) {
    super(message);
  }
}
