package sweep4j.worker.data;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  /**
   * Opens {@code location} for reading from any place, as Parquet needs it.
   *
   * @throws IOException as {@link #open} does, or if this opener can only read from the first byte
   */
  default SeekableByteChannel channel(String location) throws IOException {
    throw new IOException("it lies where files can only be read from their beginning");
  }

  /**
   * What lies directly in the folder at {@code location}, in any order; null if it is no folder, or
   * if nothing lies there.
   *
   * @throws IOException if the folder cannot be listed
   */
  default @Nullable List<Child> list(String location) throws IOException {
    return null;
  }

  /**
   * Something in a folder.
   *
   * @param location to open or list it by
   * @param name within the folder
   * @param folder whether it is a folder itself
   */
  record Child(String location, String name, boolean folder) {}

  /** Opens paths of this machine's file system and {@code file:} URIs. */
  static SourceOpener local() {
    return new LocalFiles();
  }

  /** This machine's file system. */
  final class LocalFiles implements SourceOpener {
    private LocalFiles() {}

    @Override
    public InputStream open(String location) throws IOException {
      return Files.newInputStream(file(location));
    }

    @Override
    public SeekableByteChannel channel(String location) throws IOException {
      return Files.newByteChannel(file(location));
    }

    private static Path file(String location) throws IOException {
      Path path = path(location);
      // Opening a directory succeeds on Linux, and only the first read would fail.
      if (Files.isDirectory(path)) {
        throw new IOException("it is a directory, not a file");
      }
      return path;
    }

    @Override
    public @Nullable List<Child> list(String location) throws IOException {
      Path path = path(location);
      if (!Files.isDirectory(path)) {
        return null;
      }
      try (Stream<Path> children = Files.list(path)) {
        return children
            .map(
                each ->
                    new Child(
                        each.toString(),
                        String.valueOf(each.getFileName()),
                        Files.isDirectory(each)))
            .toList();
      }
    }

    private static Path path(String location) throws IOException {
      try {
        return location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
      } catch (IllegalArgumentException e) {
        throw new IOException("it is not a path: " + e.getMessage(), e);
      }
    }
  }
}
