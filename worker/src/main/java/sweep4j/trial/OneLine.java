package sweep4j.trial;

import java.util.regex.Pattern;

/**
 * Text from files and other people's code as a part of a message. What would break the line, move
 * the terminal's cursor or turn the direction of writing becomes a space: a name in a data file
 * must not be able to forge what the program says.
 */
public final class OneLine {

  /** Controls, formats such as a change of direction, half characters; breaks of lines. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private OneLine() {}

  /** {@code text} with a space for each character that is not shown as itself. */
  public static String of(String text) {
    return INVISIBLE.matcher(text).replaceAll(" ");
  }
}
