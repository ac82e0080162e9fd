package sweep4j.driver.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of a terminal as {@link Screen} uses: what people see of the bytes that it is sent. */
final class FakeTerminal {
  private static final Pattern CONTROL = Pattern.compile("\u001b\\[(\\d*)([A-Z])|[\r\n]|.");

  private final int rows;
  private final int columns;
  private final List<char[]> lines = new ArrayList<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** From the beginning, not from the upper end of what is seen. */
  private int row;

  private int column;

  FakeTerminal(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    newLine();
  }

  PrintStream stream() {
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }

  /** All lines there ever were, without blanks at their ends; what has scrolled off as well. */
  List<String> lines() {
    Matcher pieces = CONTROL.matcher(bytes.toString(StandardCharsets.UTF_8));
    bytes.reset();
    while (pieces.find()) {
      take(pieces);
    }
    List<String> all = new ArrayList<>();
    lines.forEach(line -> all.add(new String(line).stripTrailing()));
    while (!all.isEmpty() && all.get(all.size() - 1).isEmpty()) {
      all.remove(all.size() - 1);
    }
    return all;
  }

  private void take(Matcher piece) {
    if (piece.group(2) != null) {
      control(piece.group(2), piece.group(1).isEmpty() ? 1 : Integer.parseInt(piece.group(1)));
      return;
    }
    switch (piece.group()) {
      case "\r" -> column = 0;
      case "\n" -> down();
      default -> put(piece.group().charAt(0));
    }
  }

  private void control(String letter, int times) {
    switch (letter) {
      case "K" -> Arrays.fill(lines.get(row), column, columns, ' ');
      case "J" -> {
        Arrays.fill(lines.get(row), column, columns, ' ');
        lines.subList(row + 1, lines.size()).forEach(line -> Arrays.fill(line, ' '));
      }
      // The cursor stops at the upper end: what has scrolled off is out of reach.
      case "A" -> row = Math.max(row - times, Math.max(0, lines.size() - rows));
      default -> throw new AssertionError("nobody uses " + letter);
    }
  }

  private void put(char letter) {
    if (column == columns) {
      down();
    }
    lines.get(row)[column++] = letter;
  }

  private void down() {
    column = 0;
    row++;
    if (row == lines.size()) {
      newLine();
    }
  }

  private void newLine() {
    char[] line = new char[columns];
    Arrays.fill(line, ' ');
    lines.add(line);
  }
}
