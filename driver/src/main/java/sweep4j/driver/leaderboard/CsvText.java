package sweep4j.driver.leaderboard;

import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/** How texts stand in the CSV files that we write, for people who open them in a spreadsheet. */
public final class CsvText {

  /** Commas, a line feed after each row, quotes where a cell needs them. */
  public static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').build();

  private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private CsvText() {}

  /**
   * A text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV
   * Injection"); line breaks become spaces, so that a row is a line.
   */
  public static String harmless(String text) {
    String line = LINE_BREAK.matcher(text.strip()).replaceAll(" ");
    return !line.isEmpty() && "=+-@".indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
  }

  /** As {@link #harmless}, of a text that may be a number, which is no formula: {@code -1}. */
  public static String harmlessValue(String text) {
    return NUMBER.matcher(text).matches() ? text : harmless(text);
  }
}
