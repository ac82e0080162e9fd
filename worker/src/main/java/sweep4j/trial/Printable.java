package sweep4j.trial;

import java.util.regex.Pattern;

/**
 * Texts from files and from other people's code, as they are shown. What a terminal would obey, and
 * what is not shown as itself, becomes a space: a name in a data file must not be able to forge
 * what the program says.
 */
public final class Printable {

  /** Controls, formats such as a change of direction, half characters; breaks of lines. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  /** These, but for tabs and breaks of lines; a return alone is one that writes over its line. */
  private static final Pattern INVISIBLE_IN_LINES =
      Pattern.compile("\\r(?!\\n)|[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\r\\n\\t]]");

  private Printable() {}

  /** {@code text} as a part of a message, where a line break would be a forgery too. */
  public static String line(String text) {
    return INVISIBLE.matcher(text).replaceAll(" ");
  }

  /** {@code text} as one of its own, such as an exception's, which keeps its lines and tabs. */
  public static String lines(String text) {
    return INVISIBLE_IN_LINES.matcher(text).replaceAll(" ");
  }
}
