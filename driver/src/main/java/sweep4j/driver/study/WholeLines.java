package sweep4j.driver.study;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a file one after another, as bytes, with no more than one of them and a part of the
 * next in memory. What follows the last line break is no line.
 */
final class WholeLines implements Closeable {

  private static final int FIRST_CAPACITY = 1 << 16;

  private final InputStream in;
  private byte[] bytes = new byte[FIRST_CAPACITY];

  /** Where what has been read ends in {@link #bytes}. */
  private int filled;

  private int start;
  private int length;

  /** Where the next line begins in {@link #bytes}. */
  private int next;

  private int number;
  private long end;

  /** The lines of {@code in}, which {@link #close} closes. */
  WholeLines(InputStream in) {
    this.in = in;
  }

  /** Goes on to the next line; false if there is none. */
  boolean next() throws IOException {
    int searched = next;
    while (true) {
      for (int i = searched; i < filled; i++) {
        if (bytes[i] == '\n') {
          start = next;
          length = i - start;
          next = i + 1;
          number++;
          end += length + 1;
          return true;
        }
      }
      searched = filled - next;
      if (!fill()) {
        return false;
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

  /** What holds the line, from {@link #start} on, until the next is asked for. */
  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  /** Bytes of the line, without its end. */
  int length() {
    return length;
  }

  /** The number of the line, from 1. */
  int number() {
    return number;
  }

  /** Bytes of all lines so far, with their ends. */
  long end() {
    return end;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
