package sweep4j.worker.data;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Opens the bytes behind a location of a {@link sweep4j.trial.DataSource}. The same location may be
 * opened more than once; the reader closes what it opened.
 */
@FunctionalInterface
public interface SourceOpener {

  /**
   * Opens {@code location} at its first byte.
   *
   * @throws NoSuchFileException or {@link FileNotFoundException} if nothing lies there
   * @throws IOException if it cannot be opened for another reason, with that reason as its message
   */
  InputStream open(String location) throws IOException;

  /** Opens paths of this machine's file system and {@code file:} URIs. */
  static SourceOpener local() {
    return location -> {
      Path path;
      try {
        path = location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
      } catch (IllegalArgumentException e) {
        throw new IOException("it is not a path: " + e.getMessage(), e);
      }
      // Opening a directory succeeds on Linux, and only the first read would fail.
      if (Files.isDirectory(path)) {
        throw new IOException("it is a directory, not a file");
      }
      return Files.newInputStream(path);
    };
  }
}
