package sweep4j.driver.leaderboard;

import java.util.Locale;

/** Numbers as people read them. */
public final class Rounded {

  private Rounded() {}

  /**
   * Four decimals, or four digits of a number that would show none with these, or far more: the
   * errors of a regression come in the label's unit, which may be a millionth or a million.
   */
  public static String text(double number) {
    double magnitude = Math.abs(number);
    boolean plain = number == 0 || (magnitude >= 1e-3 && magnitude < 1e6);
    return String.format(Locale.ROOT, plain ? "%.4f" : "%.3e", number);
  }
}
