package sweep4j.driver.cli;

import sweep4j.trial.Printable;

/** Something that the user gave is wrong; the message says what, and what to do. */
final class BadInput extends Exception {
  private static final long serialVersionUID = 1L;

  BadInput(String message) {
    super(Printable.line(message));
  }
}
