package sweep4j.driver.config;

/**
 * A text that settings come from: the sweep file, or one {@code --set} of the command line.
 *
 * @param number 0 for the file, then 1, 2, ... for what the command line sets over it
 * @param name what to call it in a message
 */
public record Origin(int number, String name) {

  /** The sweep file, called as the user called it. */
  static Origin file(Object name) {
    return new Origin(0, name.toString());
  }

  /** The {@code number}th override, from 1. */
  static Origin override(int number, String assignment) {
    return new Origin(number, "--set " + assignment);
  }

  /** This text as a whole. */
  Place whole() {
    return new Place(this, 0, 0);
  }

  /** A position in this text. An override is one short line, so it counts as a whole. */
  Place at(int line, int column) {
    return number == 0 ? new Place(this, line, column) : whole();
  }
}
