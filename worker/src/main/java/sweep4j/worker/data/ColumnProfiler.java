package sweep4j.worker.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.worker.data.ColumnProfile.Level;

/** Gathers the profile of one column, row after row, in memory that does not grow with the rows. */
final class ColumnProfiler {

  private final String name;
  private final int column;
  private final @Nullable String obstacle;
  private final Names names = new Names();
  private long[] counts = new long[16];
  private boolean tooMany;
  private long missing;
  private long numbers;
  private long texts;
  private @Nullable String firstText;
  private float min = Float.POSITIVE_INFINITY;
  private float max = Float.NEGATIVE_INFINITY;
  private float last = Float.NaN;
  private boolean whole = true;
  private boolean ascending = true;
  private boolean counting = true;

  /** One of the column at {@code column}; {@code obstacle} is what keeps it from being read. */
  ColumnProfiler(String name, int column, @Nullable String obstacle) {
    this.name = name;
    this.column = column;
    this.obstacle = obstacle;
  }

  /** Takes in the current one of {@code rows}. */
  void add(TableRows rows) throws DataException {
    if (obstacle != null) {
      return;
    }
    if (rows.isMissing(column)) {
      missing++;
      ascending = false;
      return;
    }
    float number = rows.number(column);
    if (Float.isNaN(number)) {
      texts++;
      ascending = false;
      if (firstText == null) {
        firstText = rows.place() + " has " + Quote.text(rows.text(column));
      }
    } else {
      numbers++;
      ascending &= numbers == 1 || number > last;
      counting &= numbers == 1 || number == last + 1;
      last = number;
      min = Math.min(min, number);
      max = Math.max(max, number);
      whole &= number == Math.rint(number);
    }
    if (!tooMany) {
      count(rows.id(column, names));
    }
  }

  private void count(int id) {
    if (id >= (texts == 0 ? ColumnProfile.MOST_NUMBERS : ColumnProfile.MOST_TEXTS)) {
      tooMany = true;
      return;
    }
    if (id == counts.length) {
      counts = Arrays.copyOf(counts, 2 * id);
    }
    counts[id]++;
  }

  ColumnProfile profile() {
    return new ColumnProfile(
        name,
        obstacle,
        missing,
        numbers,
        texts,
        firstText,
        tooMany ? List.of() : levels(),
        numbers == 0 ? Float.NaN : min,
        numbers == 0 ? Float.NaN : max,
        whole && numbers > 0,
        ascending && numbers > 1,
        ascending && counting && numbers > 1);
  }

  private List<Level> levels() {
    var levels = new ArrayList<Level>();
    List<String> seen = names.inOrderOfSight();
    for (int id = 0; id < seen.size(); id++) {
      levels.add(new Level(seen.get(id), counts[id]));
    }
    levels.sort(
        Comparator.comparingLong(Level::rows)
            .reversed()
            .thenComparing(Level::text, Comparator.naturalOrder()));
    return levels;
  }
}
