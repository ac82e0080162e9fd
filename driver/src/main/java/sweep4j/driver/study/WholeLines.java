package sweep4j.driver.study;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lines of a file, some after others, as bytes, with no more of them in memory than are asked
 * for. What follows the last line break is no line.
 */
final class WholeLines implements Closeable {

  private static final int FIRST_CAPACITY = 1 << 16;

  private final InputStream in;
  private byte[] bytes = new byte[FIRST_CAPACITY];

  /** Where what has been read ends in {@link #bytes}. */
  private int filled;

  /** Where the next line begins in {@link #bytes}. */
  private int next;

  private int number;
  private long end;

  /**
   * A line.
   *
   * @param number from 1
   * @param bytes without its end
   * @param end of it in the file: bytes of all lines up to here, with their ends
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Line(int number, byte[] bytes, long end) {}

  /** The lines of {@code in}, which {@link #close} closes. */
  WholeLines(InputStream in) {
    this.in = in;
  }

  /** The next {@code most} lines, or those that are left; empty if none is. */
  List<Line> next(int most) throws IOException {
    var lines = new ArrayList<Line>();
    while (lines.size() < most) {
      int lineEnd = nextEnd();
      if (lineEnd < 0) {
        break;
      }
      byte[] line = Arrays.copyOfRange(bytes, next, lineEnd);
      next = lineEnd + 1;
      end += line.length + 1;
      lines.add(new Line(++number, line, end));
    }
    return lines;
  }

  /** Where the next line break is in {@link #bytes}; negative if there is none any more. */
  private int nextEnd() throws IOException {
    int searched = next;
    while (true) {
      for (int i = searched; i < filled; i++) {
        if (bytes[i] == '\n') {
          return i;
        }
      }
      searched = filled - next;
      if (!fill()) {
        return -1;
      }
    }
  }

  /** Moves the beginning of the next line to the front, and reads on behind it. */
  private boolean fill() throws IOException {
    int begun = filled - next;
    byte[] room = begun > bytes.length / 2 ? new byte[2 * bytes.length] : bytes;
    System.arraycopy(bytes, next, room, 0, begun);
    bytes = room;
    next = 0;
    filled = begun;
    int read = in.read(bytes, filled, bytes.length - filled);
    filled += Math.max(0, read);
    return read > 0;
  }

  /** Bytes behind the last line, once there is no next. */
  int rest() {
    return filled - next;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
