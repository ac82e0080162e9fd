package sweep4j.worker.data;

import java.util.List;
import sweep4j.trial.Printable;

/** Pieces of a user's file inside an error message: quoted, on one line, not too long. */
final class Quote {
  private static final int LONGEST_TEXT = 40;
  private static final int LONGEST_LIST = 20;

  private Quote() {}

  static String text(String text) {
    String shown =
        text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 3) + "...";
    return '"' + Printable.line(shown) + '"';
  }

  /** All of {@code texts}, or the first of them and how many more there are. */
  static String list(List<String> texts) {
    var shown = new StringBuilder();
    for (String text : texts.subList(0, Math.min(texts.size(), LONGEST_LIST))) {
      shown.append(shown.isEmpty() ? "" : ", ").append(text(text));
    }
    int more = texts.size() - LONGEST_LIST;
    return more <= 0 ? shown.toString() : shown + " and " + more + " more";
  }

  /** "1 row", "2 rows". */
  static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
