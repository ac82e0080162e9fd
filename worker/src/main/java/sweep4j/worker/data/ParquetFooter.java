package sweep4j.worker.data;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import org.apache.parquet.format.FileMetaData;
import shaded.parquet.org.apache.thrift.TConfiguration;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.transport.TIOStreamTransport;

/**
 * Reads the footer of a Parquet file before Parquet does, which takes memory for as many entries as
 * a list says that it has, however few bytes follow: of a file of 21 bytes, for thousands of
 * millions.
 */
final class ParquetFooter {

  private static final String MAGIC = "PAR1";

  /** The footer's length and the magic number, which end the file. */
  private static final int END_BYTES = Integer.BYTES + MAGIC.length();

  private ParquetFooter() {}

  /**
   * Checks that no list of the footer has more entries, and no text more letters, than the footer
   * has bytes: each takes at least one. Whatever else may be wrong with the file is for Parquet to
   * find.
   *
   * @throws DataException if there is no sound footer where there seems to be one
   */
  static void check(String file, SeekableByteChannel channel) throws IOException, DataException {
    long size = channel.size();
    if (size >= END_BYTES) {
      ByteBuffer end = read(channel, size - END_BYTES, END_BYTES);
      int length = end.order(ByteOrder.LITTLE_ENDIAN).getInt();
      String magic = StandardCharsets.ISO_8859_1.decode(end).toString();
      if (magic.equals(MAGIC) && length > 0 && length <= size - END_BYTES) {
        check(file, read(channel, size - END_BYTES - length, length).array());
      }
    }
    channel.position(0);
  }

  private static ByteBuffer read(SeekableByteChannel channel, long start, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    channel.position(start);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new EOFException("it has become shorter");
      }
    }
    return bytes.flip();
  }

  private static void check(String file, byte[] footer) throws DataException {
    int length = footer.length;
    var limits =
        new TConfiguration(
            length, TConfiguration.DEFAULT_MAX_FRAME_SIZE, TConfiguration.DEFAULT_RECURSION_DEPTH);
    try {
      var bytes = new TIOStreamTransport(limits, new ByteArrayInputStream(footer));
      new FileMetaData().read(new TCompactProtocol(bytes, length, length));
    } catch (TException | StackOverflowError e) {
      // What is unknown is skipped, and may be nested as deep as there are bytes.
      throw ParquetFault.damaged(file, "FileMetaData", e);
    }
  }
}
