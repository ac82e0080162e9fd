package sweep4j.driver.study;

import java.io.IOException;
import sweep4j.trial.Printable;

/** A journal holds what no journal of this version holds. The message names the file and place. */
public final class JournalException extends IOException {
  private static final long serialVersionUID = 1L;

  public JournalException(String message) {
    super(Printable.line(message));
  }
}
