package sweep4j.driver.config;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Whether {@code q} leads from {@code min} to {@code max}, in decimal, as they are written. */
final class Multiples {
  private Multiples() {}

  /**
   * True if {@code max} is {@code min} and a whole number of {@code q}; otherwise a problem has
   * been reported.
   *
   * @param min below {@code max}
   * @param q above 0
   */
  static boolean check(Section section, double min, double max, double q) {
    BigDecimal span = decimal(max).subtract(decimal(min));
    BigDecimal steps = span.divide(decimal(q), 0, RoundingMode.FLOOR);
    BigDecimal last = decimal(min).add(decimal(q).multiply(steps));
    if (steps.signum() == 0) {
      report(section, Key.PARAMETER_Q, "at most max - min");
    } else if (steps.compareTo(BigDecimal.valueOf(RangeSection.MAX_STEPS)) >= 0) {
      String rule = "large enough for " + RangeSection.MAX_STEPS + " values at most";
      report(section, Key.PARAMETER_Q, rule);
    } else if (q < finest(min, max)) {
      report(section, Key.PARAMETER_Q, "a number that a double can add to both");
    } else if (last.compareTo(decimal(max)) != 0) {
      String rule = "min and a whole number of q, such as " + plain(last);
      report(section, Key.PARAMETER_MAX, rule);
    } else {
      return true;
    }
    return false;
  }

  /** Two last digits of the larger end: with fewer between them, values would run together. */
  private static double finest(double min, double max) {
    return 2 * Math.ulp(Math.max(Math.abs(min), Math.abs(max)));
  }

  private static BigDecimal decimal(double number) {
    return BigDecimal.valueOf(number);
  }

  private static String plain(BigDecimal number) {
    BigDecimal brief = number.stripTrailingZeros();
    return (brief.scale() < 0 ? brief.setScale(0) : brief).toString();
  }

  private static void report(Section section, Key key, String rule) {
    section.problem(
        key,
        "%s must be %s, but got (min=%s, max=%s, q=%s)"
            .formatted(
                section.pathOf(key),
                rule,
                section.value("min").node().shown(),
                section.value("max").node().shown(),
                section.value("q").node().shown()));
  }
}
