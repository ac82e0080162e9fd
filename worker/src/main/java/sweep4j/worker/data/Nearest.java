package sweep4j.worker.data;

import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;
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
      int edits =
          LevenshteinDistance.getDefaultInstance()
              .apply(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (edits < fewest) {
        fewest = edits;
        nearest = name;
      }
    }
    return nearest;
  }
}
