package sweep4j.worker.data;

import java.util.Locale;
import java.util.Set;

/** Numbers as the cells of a table write them: decimal, with a dot, perhaps with an exponent. */
final class Numbers {
  /**
   * The largest size of a value. Below the largest float (3.4e38) so that the difference of any two
   * values, which scaling takes, is finite as well.
   */
  static final float LARGEST = 1e38f;

  private static final Set<String> NOT_FINITE =
      Set.of("inf", "infinity", "+inf", "+infinity", "-inf", "-infinity");

  /** What some write for a missing value, but others for a category. */
  private static final Set<String> PERHAPS_MISSING = Set.of("n/a", "none", "-", "nil");

  private Numbers() {}

  /** The nearest float to what {@code cell} says, or NaN if it is no number to compute with. */
  static float parse(String cell) {
    if (!decimalCharacters(cell)) {
      return Float.NaN;
    }
    float value;
    try {
      value = Float.parseFloat(cell);
    } catch (NumberFormatException e) {
      return Float.NaN;
    }
    return Math.abs(value) <= LARGEST ? value : Float.NaN;
  }

  /**
   * Whether the text in the bytes from {@code start} to before {@code end} marks a missing value:
   * nothing at all, {@code ?}, or in capitals or not {@code NA}, {@code NaN}, {@code null}.
   */
  static boolean isMissing(byte[] bytes, int start, int end) {
    return switch (end - start) {
      case 0 -> true;
      case 1 -> bytes[start] == '?';
      case 2 -> isWord(bytes, start, "na");
      case 3 -> isWord(bytes, start, "nan");
      case 4 -> isWord(bytes, start, "null");
      default -> false;
    };
  }

  private static boolean isWord(byte[] bytes, int start, String word) {
    for (int i = 0; i < word.length(); i++) {
      // This bit is what a capital lacks in ASCII.
      if ((bytes[start + i] | 0x20) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Why {@link #parse} gave NaN for {@code cell}, which is not missing, and what to do.
   *
   * @param ifText what to do if it is text on purpose
   */
  static String problem(String cell, String ifText) {
    String word = cell.toLowerCase(Locale.ROOT);
    if (NOT_FINITE.contains(word)) {
      return Quote.text(cell) + " is not a finite number. Replace it, or remove the row.";
    }
    if (decimalCharacters(cell) && isNumber(cell)) {
      return Quote.text(cell)
          + " is too large: values must be between -1e38 and 1e38. Use a larger unit.";
    }
    if (PERHAPS_MISSING.contains(word)) {
      return Quote.text(cell)
          + " is not a number. If it marks a missing value, write NA, and set data.missing: drop or"
          + " mean.";
    }
    return Quote.text(cell)
        + " is not a number. Use plain numbers such as 3, -0.5 or 1.2e-3; "
        + ifText
        + ".";
  }

  private static boolean isNumber(String cell) {
    try {
      Double.parseDouble(cell);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Java's own parser would also take "1f", "0x1p3" and "NaN". */
  private static boolean decimalCharacters(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      boolean fits =
          (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
      if (!fits) {
        return false;
      }
    }
    return !cell.isEmpty();
  }
}
