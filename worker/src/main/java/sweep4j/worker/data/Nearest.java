package sweep4j.worker.data;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The name that a person may have meant. */
final class Nearest {
  private Nearest() {}

  /**
   * The first of {@code names} with the fewest edits from {@code wanted}, or null if even that is
   * further away than half of the letters.
   */
  static @Nullable String to(String wanted, List<String> names) {
    @Nullable String nearest = null;
    int fewest = Math.max(1, wanted.length() / 2) + 1;
    for (String name : names) {
      int edits = edits(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (edits < fewest) {
        fewest = edits;
        nearest = name;
      }
    }
    return nearest;
  }

  /** Levenshtein's distance: letters added, removed or replaced to get from one to the other. */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
