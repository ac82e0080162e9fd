package sweep4j.laboratory.report;

import java.util.Locale;

/** Numbers as tables show them. */
public final class Cells {

  private Cells() {}

  /** Three significant digits. */
  public static String number(double value) {
    if (value == 0.0 || !Double.isFinite(value)) {
      return value == 0.0 ? "0" : Double.isNaN(value) ? "-" : value > 0 ? "inf" : "-inf";
    }
    double size = Math.abs(value);
    return String.format(Locale.ROOT, size < 1e-3 || size >= 1e4 ? "%.2e" : decimals(size), value);
  }

  private static String decimals(double size) {
    return "%." + Math.max(0, 2 - (int) Math.floor(Math.log10(size))) + "f";
  }

  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100.0 * share);
  }

  /** Whether something was reached that was to be reached. */
  public static String verdict(boolean holds) {
    return holds ? "yes" : "NO";
  }
}
