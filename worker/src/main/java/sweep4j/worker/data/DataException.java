package sweep4j.worker.data;

import sweep4j.trial.OneLine;

/**
 * The data cannot be used. The message is for the person who gave them: it names the file, the
 * place in it, what is wrong there, and what to do, on one line.
 */
public final class DataException extends Exception {
  private static final long serialVersionUID = 1L;

  DataException(String message) {
    super(OneLine.of(message));
  }

  DataException(String message, Throwable cause) {
    super(OneLine.of(message), cause);
  }
}
