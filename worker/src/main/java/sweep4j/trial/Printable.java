package sweep4j.trial;

import java.util.regex.Pattern;

/** Texts that come from exceptions and from files, of which a terminal would obey some. */
public final class Printable {

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n\r\t]]");

  private Printable() {}

  /** The text with a space for each control character but tabs and line breaks. */
  public static String text(String text) {
    return CONTROL.matcher(text).replaceAll(" ");
  }
}
