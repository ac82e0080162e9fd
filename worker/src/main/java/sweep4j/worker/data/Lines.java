package sweep4j.worker.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a text into lines that end in CR, LF or both, as stretches of the bytes that were read. */
final class Lines implements Closeable {
  private final InputStream in;
  private byte[] buffer = new byte[1 << 18];
  private int start;
  private int end;
  private int at;
  private int limit;
  private long number;

  Lines(InputStream in) {
    this.in = in;
  }

  /** Goes to the next line; false at the end of the text. */
  boolean next() throws IOException {
    start = at;
    if (at == limit && !more()) {
      return false;
    }
    number++;
    do {
      while (at < limit && buffer[at] != '\n' && buffer[at] != '\r') {
        at++;
      }
    } while (at == limit && more());
    end = at;
    if (at < limit && buffer[at++] == '\r' && (at < limit || more()) && buffer[at] == '\n') {
      at++;
    }
    return true;
  }

  /** From 1. */
  long number() {
    return number;
  }

  /** What the line is a stretch of; only until the next line. */
  byte[] bytes() {
    return buffer;
  }

  /** The first byte of the line. */
  int start() {
    return start;
  }

  /** The byte behind the line. */
  int end() {
    return end;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Reads on, after moving the line to the front of a buffer that has room; false at the end. */
  private boolean more() throws IOException {
    System.arraycopy(buffer, start, buffer, 0, limit - start);
    at -= start;
    limit -= start;
    end -= start;
    start = 0;
    if (limit == buffer.length) {
      if (limit >= Growing.LONGEST_ROW) {
        throw new IOException(
            "line %d has more than %d bytes".formatted(number, Growing.LONGEST_ROW));
      }
      buffer = Arrays.copyOf(buffer, Growing.grown(limit));
    }
    int count = in.read(buffer, limit, buffer.length - limit);
    limit += Math.max(0, count);
    return count > 0;
  }
}
