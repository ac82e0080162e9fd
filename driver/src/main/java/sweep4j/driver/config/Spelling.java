package sweep4j.driver.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the word that was probably meant. */
final class Spelling {
  private static final int LONGEST = 30;

  private Spelling() {}

  /**
   * The known word nearest to {@code word}, if a third of its letters or fewer are wrong; upper and
   * lower case count as the same.
   */
  static Optional<String> nearest(String word, Collection<String> known) {
    int most = Math.max(1, Math.min(word.length(), LONGEST) / 3);
    return known.stream()
        // Of a word as long as a file, the distance takes minutes.
        .filter(each -> Math.abs(each.length() - word.length()) <= most)
        .filter(each -> distance(word, each) <= most)
        .min(Comparator.comparingInt(each -> distance(word, each)));
  }

  /** How many letters to insert, delete or change to turn one word into the other. */
  static int distance(String from, String to) {
    return LevenshteinDistance.getDefaultInstance()
        .apply(from.toLowerCase(Locale.ROOT), to.toLowerCase(Locale.ROOT));
  }
}
