package sweep4j.driver.draft;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sweep4j.worker.data.ColumnProfile;

/**
 * What becomes of a column that is not the label.
 *
 * @param kind as what it is read
 * @param why in words; null of plain numbers and categories
 * @param alone as what it is read where all columns would be left out
 */
record ColumnUse(Kind kind, @Nullable String why, Kind alone) {

  enum Kind {
    NUMBER,
    CATEGORY,
    LEFT_OUT
  }

  /** More inputs for one column than this need a person who wants them. */
  private static final int MOST_CATEGORIES = 100;

  /** With fewer rows for each category, most of them are learned by heart. */
  private static final int ROWS_PER_CATEGORY = 20;

  /** With fewer rows for each text, they name rows; nothing is learned from any of them. */
  private static final int ROWS_PER_TEXT = 3;

  /** So many categories do no harm however few rows there are. */
  private static final int FEW_CATEGORIES = 10;

  /** Fewer rows that count up may be measurements. */
  private static final int ROWS_TO_COUNT = 10;

  /** Less than this apart, Deeplearning4j's scalers take two numbers for one. */
  private static final float LEAST_RANGE = 4e-5f;

  /** Of cells that are no numbers, in a column of numbers: so few are slips of somebody's pen. */
  private static final double SLIPS = 0.05;

  private static final Pattern NAMES_ROWS =
      Pattern.compile("(?i)(.*[_ .-])?(id|key|index|row|no|nr|number)|.*[a-z]Id");

  /** What becomes of {@code column}, in a table of {@code rows}. */
  static ColumnUse of(ColumnProfile column, long rows) {
    if (column.obstacle() != null) {
      return leftOut("it is %s, which cannot be read".formatted(column.obstacle()));
    }
    if (column.present() == 0) {
      return leftOut("no row has a value");
    }
    if (column.levels().size() == 1) {
      return leftOut("all its values are the same");
    }
    if (column.missing() > rows / 2) {
      return leftOut("%d of %d rows have no value".formatted(column.missing(), rows));
    }
    return column.texts() == 0 ? ofNumbers(column) : ofTexts(column, rows);
  }

  private static ColumnUse ofNumbers(ColumnProfile column) {
    boolean namesRows = NAMES_ROWS.matcher(column.name()).matches();
    if (column.counting() && column.numbers() >= ROWS_TO_COUNT) {
      return leftOut("it counts the rows", namesRows ? Kind.LEFT_OUT : Kind.NUMBER);
    }
    if (column.ascending() && column.whole() && namesRows) {
      return leftOut("it numbers the rows");
    }
    if (column.max() - column.min() < LEAST_RANGE) {
      return leftOut(
          "its values differ by less than %s; give them in a smaller unit to use them"
              .formatted(LEAST_RANGE));
    }
    return new ColumnUse(Kind.NUMBER, null, Kind.NUMBER);
  }

  private static ColumnUse ofTexts(ColumnProfile column, long rows) {
    long most = Math.max(FEW_CATEGORIES, Math.min(MOST_CATEGORIES, rows / ROWS_PER_CATEGORY));
    boolean many = column.hasMoreLevelsThan(most);
    if (column.numbers() > 0
        && (column.texts() <= SLIPS * column.present()
            || (many && column.texts() < column.numbers()))) {
      return leftOut(
          "it holds numbers, but %s; correct %s to use it"
              .formatted(
                  column.firstText(),
                  column.texts() == 1 ? "that" : column.texts() + " such rows"));
    }
    if (!many) {
      return new ColumnUse(Kind.CATEGORY, null, Kind.CATEGORY);
    }
    return leftOut(
        "%s different texts in %d rows".formatted(column.distinctInWords(), column.present()),
        column.hasMoreLevelsThan(column.present() / ROWS_PER_TEXT) ? Kind.LEFT_OUT : Kind.CATEGORY);
  }

  private static ColumnUse leftOut(String why) {
    return leftOut(why, Kind.LEFT_OUT);
  }

  private static ColumnUse leftOut(String why, Kind alone) {
    return new ColumnUse(Kind.LEFT_OUT, why, alone);
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
