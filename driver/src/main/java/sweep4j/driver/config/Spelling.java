package sweep4j.driver.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the word that was probably meant. */
final class Spelling {
  private Spelling() {}

  /**
   * The known word nearest to {@code word}, if a third of its letters or fewer are wrong; upper and
   * lower case count as the same.
   */
  static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream()
        .filter(each -> distance(word, each) <= Math.max(1, Math.min(word.length(), 30) / 3))
        .min(Comparator.comparingInt(each -> distance(word, each)));
  }

  /** How many letters to insert, delete or change to turn one word into the other. */
  static int distance(String from, String to) {
    return LevenshteinDistance.getDefaultInstance()
        .apply(from.toLowerCase(Locale.ROOT), to.toLowerCase(Locale.ROOT));
  }
}
