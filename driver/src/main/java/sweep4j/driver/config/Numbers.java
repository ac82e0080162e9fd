package sweep4j.driver.config;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as YAML 1.2's core schema writes them in decimal: {@code 16}, {@code 0.1}, {@code .5},
 * {@code 1e-5}. What YAML versions disagree about is no number here: {@code 010} (8 in YAML 1.1, 10
 * in YAML 1.2), {@code 1_000} (a number in 1.1, text in 1.2), {@code 0x10}. Nor are {@code .inf}
 * and {@code .nan}, which no setting has a use for.
 */
final class Numbers {
  private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
  private static final Pattern REAL =
      Pattern.compile("[-+]?(\\.[0-9]+|(0|[1-9][0-9]*)(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern NOT_ZERO = Pattern.compile("[-+.0]*[1-9].*");

  private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0[0-9]+(\\..*)?");
  private static final Pattern GROUPED = Pattern.compile("[-+]?[0-9]+_[0-9_]*(\\..*)?");
  private static final Pattern COMMA = Pattern.compile("[-+]?[0-9]*,[0-9]+");
  private static final Pattern OTHER_BASE = Pattern.compile("[-+]?0[xXoObB][0-9a-fA-F]+");

  private Numbers() {}

  /** The number that {@code text} is, or null. A negative zero is read as zero. */
  static @Nullable Double real(String text) {
    return REAL.matcher(text).matches() && representable(text) ? Double.valueOf(value(text)) : null;
  }

  /** The whole number that {@code text} is, or null, also if it is beyond 64 bits. */
  static @Nullable Long whole(String text) {
    if (!WHOLE.matcher(text).matches()) {
      return null;
    }
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException beyond64Bits) {
      return null;
    }
  }

  /** What to add to a message about {@code text} if it looks like a number but is not one. */
  static String remark(String text) {
    if (LEADING_ZERO.matcher(text).matches()) {
      return " (a leading 0 means octal to some: leave it out)";
    }
    if (GROUPED.matcher(text).matches()) {
      return " (write it without _)";
    }
    if (COMMA.matcher(text).matches()) {
      return " (write a dot for the decimal point)";
    }
    if (OTHER_BASE.matcher(text).matches()) {
      return " (write it in decimal)";
    }
    return REAL.matcher(text).matches() && !representable(text) ? " (beyond a double's range)" : "";
  }

  private static boolean representable(String text) {
    String mantissa = text.split("[eE]", 2)[0];
    boolean lostAsZero = value(text) == 0.0 && NOT_ZERO.matcher(mantissa).matches();
    return Double.isFinite(value(text)) && !lostAsZero;
  }

  private static double value(String text) {
    return Double.parseDouble(text) + 0.0;
  }
}
