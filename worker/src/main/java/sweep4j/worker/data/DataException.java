package sweep4j.worker.data;

import sweep4j.trial.Printable;

/**
 * The data cannot be used. The message is for the person who gave them: it names the file, the
 * place in it, what is wrong there, and what to do, on one line.
 */
public final class DataException extends Exception {
  private static final long serialVersionUID = 1L;

  DataException(String message) {
    super(Printable.line(message));
  }

  DataException(String message, Throwable cause) {
    super(Printable.line(message), cause);
  }
}
