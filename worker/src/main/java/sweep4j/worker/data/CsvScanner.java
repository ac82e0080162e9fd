package sweep4j.worker.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts comma-separated values (RFC 4180) into rows and cells without copying them: a cell is a
 * stretch of the bytes that were read. Blanks around a cell do not belong to it, blank lines are
 * skipped, and lines may end in CR, LF or both. All of these are single bytes in UTF-8, so nothing
 * needs to be decoded to find them.
 */
final class CsvScanner implements Closeable {
  private static final int FIRST_BUFFER = 1 << 18;

  /** As many as a layer may have inputs from a list of widths; a cell takes memory of its own. */
  private static final int MOST_CELLS = 1 << 20;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final String file;
  private final InputStream in;
  private byte[] buffer = new byte[FIRST_BUFFER];
  private int limit;
  private int rowStart;
  private int at;

  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int cells;
  private long nextLine = 1;
  private long line;

  /** Reads {@code in}, and closes it in the end; {@code file} is its name in messages. */
  CsvScanner(String file, InputStream in) throws IOException {
    this.file = file;
    this.in = in;
    boolean open = true;
    while (open && limit < BYTE_ORDER_MARK.length) {
      open = more();
    }
    if (limit >= 3 && Arrays.equals(buffer, 0, 3, BYTE_ORDER_MARK, 0, 3)) {
      at = 3;
    }
  }

  /** Goes to the next row that is not blank; false at the end. */
  boolean next() throws IOException, DataException {
    do {
      rowStart = at;
      line = nextLine;
      cells = 0;
      if (at == limit && !more()) {
        return false;
      }
      while (cell()) {}
    } while (cells == 1 && starts[0] == ends[0]);
    return true;
  }

  /** The line on which the row begins, from 1. A quoted cell may go over several lines. */
  long line() {
    return line;
  }

  /** How many cells the row has. */
  int size() {
    return cells;
  }

  /** What cells are stretches of; only until the next row. */
  byte[] bytes() {
    return buffer;
  }

  /** The first byte of a cell. */
  int start(int cell) {
    return starts[cell];
  }

  /** The byte behind a cell. */
  int end(int cell) {
    return ends[cell];
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Reads one cell and what ends it; false if that was the end of the row. */
  private boolean cell() throws IOException, DataException {
    if (cells == MOST_CELLS) {
      throw problem("this row has more than %d cells. Use fewer columns.".formatted(MOST_CELLS));
    }
    if (cells == starts.length) {
      starts = Arrays.copyOf(starts, 2 * cells);
      ends = Arrays.copyOf(ends, 2 * cells);
    }
    skipBlanks();
    if (at < limit && buffer[at] == '"') {
      quoted();
    } else {
      plain();
    }
    cells++;
    if (at == limit) {
      return false;
    }
    byte end = buffer[at++];
    if (end == ',') {
      return true;
    }
    if (end == '\r' && (at < limit || more()) && buffer[at] == '\n') {
      at++;
    }
    nextLine++;
    return false;
  }

  private void plain() throws IOException {
    // Kept by its distance from the row's start, which moves when more is read.
    int start = at - rowStart;
    do {
      byte[] bytes = buffer;
      int end = limit;
      int i = at;
      while (i < end && bytes[i] != ',' && bytes[i] != '\n' && bytes[i] != '\r') {
        i++;
      }
      at = i;
    } while (at == limit && more());
    starts[cells] = rowStart + start;
    int end = at;
    while (end > starts[cells] && isBlank(buffer[end - 1])) {
      end--;
    }
    ends[cells] = end;
  }

  private void quoted() throws IOException, DataException {
    int start = ++at - rowStart;
    int length = 0;
    while (true) {
      if (at == limit && !more()) {
        throw problem(
            "a quoted cell begins in this row and never ends. Close the quotes, or write \"\" for a quote inside.");
      }
      byte each = buffer[at++];
      if (each == '"' && ((at == limit && !more()) || buffer[at] != '"')) {
        break;
      }
      if (each == '"') {
        at++;
      } else if (each == '\n' || (each == '\r' && ((at < limit || more()) && buffer[at] != '\n'))) {
        nextLine++;
      }
      // Two quotes become one, so the cell may be shorter than it was written.
      buffer[rowStart + start + length++] = each;
    }
    skipBlanks();
    starts[cells] = rowStart + start;
    ends[cells] = rowStart + start + length;
    if (at < limit && buffer[at] != ',' && buffer[at] != '\n' && buffer[at] != '\r') {
      String separator = otherSeparator();
      throw problem(
          separator != null
              ? "%s follows a quoted cell in this row, but columns are separated by commas. Write the table with commas."
                  .formatted(separator)
              : "text follows a quoted cell in this row. Put a comma after the closing quote, or write \"\" for a quote inside.");
    }
  }

  /** What other programs write between columns, if it stands here; null if it does not. */
  private @Nullable String otherSeparator() {
    return switch (buffer[at]) {
      case ';' -> "a semicolon";
      case '|' -> "a vertical bar";
      // A blank like others, so it has been passed over.
      default -> buffer[at - 1] == '\t' ? "a tab" : null;
    };
  }

  private void skipBlanks() throws IOException {
    do {
      while (at < limit && isBlank(buffer[at])) {
        at++;
      }
    } while (at == limit && more());
  }

  private static boolean isBlank(byte each) {
    return each == ' ' || each == '\t' || each == '\f' || each == 0x0b;
  }

  /** Reads on, after moving the row to the front of a buffer that has room; false at the end. */
  private boolean more() throws IOException, RowTooLong {
    if (rowStart > 0) {
      System.arraycopy(buffer, rowStart, buffer, 0, limit - rowStart);
      for (int i = 0; i < cells; i++) {
        starts[i] -= rowStart;
        ends[i] -= rowStart;
      }
      at -= rowStart;
      limit -= rowStart;
      rowStart = 0;
    }
    if (limit == buffer.length) {
      if (limit >= Growing.LONGEST_ROW) {
        throw new RowTooLong(
            "the row that begins in line %d has more than %d bytes; look for quotes that are not closed"
                .formatted(line, Growing.LONGEST_ROW));
      }
      buffer = Arrays.copyOf(buffer, Growing.grown(limit));
    }
    int count = in.read(buffer, limit, buffer.length - limit);
    limit += Math.max(0, count);
    return count > 0;
  }

  private DataException problem(String text) {
    return new DataException("%s: line %d: %s".formatted(file, line, text));
  }

  /** No row that is meant is as long. */
  private static final class RowTooLong extends IOException {
    private static final long serialVersionUID = 1L;

    RowTooLong(String message) {
      super(message);
    }
  }
}
