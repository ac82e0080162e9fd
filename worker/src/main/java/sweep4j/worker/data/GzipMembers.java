package sweep4j.worker.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip (RFC 1952): one member after the other to the end. Java's own stream takes what
 * follows a member, but is none, for the end, and so does it where a file system cannot say how
 * much is left to read: rows would be lost in silence.
 */
final class GzipMembers extends InputStream {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int DEFLATE = 8;

  private static final int HEADER_CHECKSUM = 1 << 1;
  private static final int EXTRA_FIELD = 1 << 2;
  private static final int FILE_NAME = 1 << 3;
  private static final int COMMENT = 1 << 4;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int limit;

  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private boolean ended;

  /** Reads {@code in} from the two bytes on that say it is gzip, and closes it in the end. */
  GzipMembers(InputStream in) throws IOException {
    this.in = in;
    skip(2);
    header();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      if (inflater.finished()) {
        trailer();
        ended = !nextMember();
        continue;
      }
      int count = inflate(into, offset, length);
      if (count > 0) {
        checksum.update(into, offset, count);
        return count;
      }
    }
    return -1;
  }

  private int inflate(byte[] into, int offset, int length) throws IOException {
    if (inflater.needsInput()) {
      if (at == limit && !fill()) {
        throw new EOFException();
      }
      inflater.setInput(buffer, at, limit - at);
      at = limit;
    }
    try {
      int count = inflater.inflate(into, offset, length);
      if (count == 0 && inflater.needsDictionary()) {
        throw new ZipException("they ask for a dictionary");
      }
      return count;
    } catch (DataFormatException e) {
      throw damaged(e);
    }
  }

  private static ZipException damaged(DataFormatException e) {
    var damaged = new ZipException(e.getMessage());
    damaged.initCause(e);
    return damaged;
  }

  private void trailer() throws IOException {
    at = limit - inflater.getRemaining();
    if (littleEndian(4) != checksum.getValue()) {
      throw new ZipException("their checksum differs");
    }
    if (littleEndian(4) != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new ZipException("their length differs");
    }
    inflater.reset();
    checksum.reset();
  }

  /** Goes to the next member; false at the end, which may be filled up with zeros. */
  private boolean nextMember() throws IOException {
    int first = next();
    while (first == 0) {
      first = next();
    }
    if (first < 0) {
      return false;
    }
    if (first != 0x1f || next() != 0x8b) {
      throw new ZipException("something else follows them");
    }
    header();
    return true;
  }

  /** What stands between the two bytes of the format and the data. */
  private void header() throws IOException {
    if (some() != DEFLATE) {
      throw new ZipException("they are not packed by deflate");
    }
    int flags = some();
    skip(6);
    if ((flags & EXTRA_FIELD) != 0) {
      skip((int) littleEndian(2));
    }
    for (int text : new int[] {FILE_NAME, COMMENT}) {
      if ((flags & text) != 0) {
        skipText();
      }
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      skip(2);
    }
  }

  private void skipText() throws IOException {
    int each = some();
    while (each != 0) {
      each = some();
    }
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      some();
    }
  }

  private long littleEndian(int bytes) throws IOException {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number |= (long) some() << (8 * i);
    }
    return number;
  }

  /** The next byte, which must be there. */
  private int some() throws IOException {
    int next = next();
    if (next < 0) {
      throw new EOFException();
    }
    return next;
  }

  /** The next byte, or -1 at the end. */
  private int next() throws IOException {
    return at < limit || fill() ? buffer[at++] & 0xff : -1;
  }

  private boolean fill() throws IOException {
    at = 0;
    limit = Math.max(0, in.read(buffer, 0, buffer.length));
    return limit > 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
