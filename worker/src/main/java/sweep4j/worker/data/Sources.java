package sweep4j.worker.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/** Opening a location, with its failures said in a user's words. */
final class Sources {
  private static final int BUFFER_BYTES = 1 << 16;

  private Sources() {}

  /** What is at {@code location}, unpacked if its first two bytes say that it is gzip. */
  static InputStream open(String location, SourceOpener opener) throws DataException {
    InputStream raw;
    try {
      raw = opener.open(location);
    } catch (IOException e) {
      throw failure(location, e);
    }
    try {
      var buffered = new BufferedInputStream(raw, BUFFER_BYTES);
      buffered.mark(2);
      boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
      buffered.reset();
      return gzip ? new GzipMembers(buffered) : buffered;
    } catch (IOException e) {
      DataException failure = failure(location, e);
      try {
        raw.close();
      } catch (IOException closing) {
        failure.addSuppressed(closing);
      }
      throw failure;
    }
  }

  /** What {@code e}, thrown while {@code location} was opened or read, means for the user. */
  static DataException failure(String location, IOException e) {
    String problem;
    if (e instanceof NoSuchFileException) {
      problem = "it does not exist. Check the path";
    } else if (e instanceof FileNotFoundException) {
      problem = "it does not exist or is not a file. Check the path (" + e.getMessage() + ")";
    } else if (e instanceof AccessDeniedException) {
      problem = "it may not be read by this user. Check its permissions";
    } else if (e instanceof UnknownHostException) {
      problem = "the host %s is not known. Check the path".formatted(e.getMessage());
    } else if (e instanceof EOFException) {
      problem = "its compressed data end too early. Fetch or copy it again";
    } else if (e instanceof ZipException) {
      problem = "its compressed data are damaged (" + e.getMessage() + "). Fetch or copy it again";
    } else {
      problem = "it cannot be read: " + e.getMessage();
    }
    return new DataException(location + ": " + problem + ".", e);
  }
}
