package sweep4j.worker.data;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a column of a table holds.
 *
 * @param name in the header
 * @param obstacle what it is that cannot be read, as in {@code of type DATE}, so that it holds
 *     nothing here; null if it was read
 * @param missing rows without a value
 * @param numbers rows with a number
 * @param texts rows with something else
 * @param firstText the first of these, with its place: {@code row 3 (line 4) has "x"}; null without
 * @param levels the different cells and their rows, the most frequent first, missing ones left out;
 *     empty if there are more than {@value #MOST_NUMBERS} numbers, or {@value #MOST_TEXTS} texts
 * @param min the lowest number; NaN without numbers
 * @param max the highest; likewise
 * @param whole whether all numbers are whole
 * @param ascending whether each row has a number higher than that of the row before
 * @param counting whether it is higher by one
 */
public record ColumnProfile(
    String name,
    @Nullable String obstacle,
    long missing,
    long numbers,
    long texts,
    @Nullable String firstText,
    List<Level> levels,
    float min,
    float max,
    boolean whole,
    boolean ascending,
    boolean counting) {

  /** More are no classes, but amounts. */
  static final int MOST_NUMBERS = 100;

  /** More are no categories, but names. */
  static final int MOST_TEXTS = 10_000;

  /** A cell's text, and how many rows have it. */
  public record Level(String text, long rows) {}

  public ColumnProfile {
    levels = List.copyOf(levels);
  }

  /** How many different cells there are, in words; missing ones left out. */
  public String distinctInWords() {
    return levels.isEmpty() && present() > 0
        ? "more than " + String.format(Locale.ROOT, "%,d", texts == 0 ? MOST_NUMBERS : MOST_TEXTS)
        : String.valueOf(levels.size());
  }

  /** Whether there are more than {@code most} different cells. */
  public boolean hasMoreLevelsThan(long most) {
    return present() > 0 && (levels.isEmpty() || levels.size() > most);
  }

  /** Rows with a value. */
  public long present() {
    return numbers + texts;
  }
}
