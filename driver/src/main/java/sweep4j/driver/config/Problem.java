package sweep4j.driver.config;

import sweep4j.trial.Printable;

/**
 * One thing that is wrong with a sweep file.
 *
 * @param place where
 * @param message the rule, and the value that broke it; one line
 */
public record Problem(Place place, String message) {
  public Problem {
    message = Printable.line(message);
  }

  /** As the user reads it: {@code sweeps/digits.yaml:12: ...}. */
  @Override
  public String toString() {
    return place + ": " + message;
  }
}
