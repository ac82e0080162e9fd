package sweep4j.driver.study;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lines in one file, which is cut behind its last sound line before it goes on. */
record LocalLines(LocalStorage storage, String name) implements StoredLines {

  @Override
  public String location() {
    return storage.location(name);
  }

  @Override
  public List<String> files() {
    return storage.exists(name) ? List.of(name) : List.of();
  }

  @Override
  public Addition begin(byte[] lines) throws IOException {
    if (storage.exists(name)) {
      throw new FileAlreadyExistsException(location());
    }
    storage.replace(name, lines);
    // The name, too, must outlive a power cut.
    try (var folder = FileChannel.open(storage.path(), StandardOpenOption.READ)) {
      folder.force(true);
    }
    return resume(lines.length);
  }

  @Override
  public Addition resume(long length) throws IOException {
    Path path = storage.file(name);
    var file = new RandomAccessFile(path.toFile(), "rw");
    file.setLength(length);
    file.seek(length);
    return new OpenFile(path, file, identity(path));
  }

  private static @Nullable Object identity(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }

  /**
   * The file, open behind its last line.
   *
   * @param file not a FileChannel, which an interrupt closes in the midst of a write
   * @param identity which file it is, whatever its name; null where the file system does not tell
   */
  private record OpenFile(Path path, RandomAccessFile file, @Nullable Object identity)
      implements Addition {

    @Override
    public void append(byte[] lines) throws IOException {
      // What is written to a file that was deleted is gone when the run ends, and nobody is told.
      if (!isStillThere()) {
        throw StoredLines.gone(path.toString());
      }
      // Where a file system has no locks, or somebody deleted ours, another run may be here too.
      if (file.length() != file.getFilePointer()) {
        throw StoredLines.shared(path.toString());
      }
      try {
        file.write(lines);
        file.getFD().sync();
      } catch (IOException e) {
        throw Storage.unwritable(path.toString(), e);
      }
    }

    private boolean isStillThere() throws IOException {
      try {
        return Objects.equals(identity, LocalLines.identity(path));
      } catch (NoSuchFileException e) {
        return false;
      }
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
