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
      Set.of("nan", "inf", "infinity", "+inf", "+infinity", "-inf", "-infinity");
  private static final Set<String> MISSING = Set.of("na", "n/a", "null", "none", "?", "-");

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

  /** Why {@link #parse} gave NaN for {@code cell}, and what to do. */
  static String problem(String cell) {
    String word = cell.toLowerCase(Locale.ROOT);
    if (cell.isBlank()) {
      return "the cell is empty. Fill it in, or remove the row.";
    }
    if (MISSING.contains(word)) {
      return Quote.text(cell) + " marks a missing value. Fill it in, or remove the row.";
    }
    if (NOT_FINITE.contains(word)) {
      return Quote.text(cell) + " is not a finite number. Replace it, or remove the row.";
    }
    if (decimalCharacters(cell) && isNumber(cell)) {
      return Quote.text(cell)
          + " is too large: values must be between -1e38 and 1e38. Use a larger unit.";
    }
    return Quote.text(cell)
        + " is not a number. Use plain numbers such as 3, -0.5 or 1.2e-3; encode text as numbers,"
        + " or remove the column.";
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
