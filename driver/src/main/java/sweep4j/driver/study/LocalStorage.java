package sweep4j.driver.study;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A folder on a disk of this machine, or on one that looks like it. */
public record LocalStorage(Path path) implements Storage {

  private static final String LOCK = ".lock";

  @Override
  public String location() {
    return path.toString();
  }

  @Override
  public String location(String name) {
    return file(name).toString();
  }

  Path file(String name) {
    return path.resolve(name);
  }

  @Override
  public boolean isFile() {
    return Files.exists(path) && !Files.isDirectory(path);
  }

  @Override
  public boolean exists(String name) {
    return Files.exists(file(name));
  }

  @Override
  public InputStream open(String name) throws IOException {
    return Files.newInputStream(file(name));
  }

  @Override
  public List<String> list(String folder) throws IOException {
    if (!Files.isDirectory(file(folder))) {
      return List.of();
    }
    try (var files = Files.list(file(folder))) {
      return files.map(each -> path.relativize(each).toString()).sorted().toList();
    }
  }

  @Override
  public void replace(String name, byte[] content) throws IOException {
    Path file = file(name);
    Files.createDirectories(file.resolveSibling(""));
    Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
    // Not a FileChannel, which an interrupt closes in the midst of a write.
    try (var out = new FileOutputStream(fresh.toFile())) {
      out.write(content);
      out.getFD().sync();
    } catch (IOException e) {
      // On a disk that is full, the journal needs what it takes.
      deleteAfter(e, fresh);
      throw Storage.unwritable(file.toString(), e);
    }
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException(
          path
              + " is on a file system that cannot replace a file in one step; choose another --out",
          e);
    }
  }

  private static void deleteAfter(IOException failure, Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(file(name));
  }

  @Override
  public StoredLines lines(String name) {
    return new LocalLines(this, name);
  }

  @Override
  public Optional<Claim> claim(Consumer<String> waiting) throws IOException {
    boolean made = Files.notExists(path);
    Files.createDirectories(path);
    FileChannel channel =
        FileChannel.open(file(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      // The lock ends with the channel, and with the process however it ends. A lock on a file that
      // its last owner has deleted meanwhile would be worth nothing.
      if (channel.tryLock() != null && exists(LOCK)) {
        return Optional.of(new Locked(this, made, channel));
      }
    } catch (OverlappingFileLockException e) {
      // This process has it already, which is no better than another one.
    }
    channel.close();
    return Optional.empty();
  }

  private record Locked(LocalStorage storage, boolean made, FileChannel channel) implements Claim {

    @Override
    public void close() throws IOException {
      channel.close();
    }

    @Override
    public void undo() throws IOException {
      try (channel) {
        storage.delete(LOCK);
        if (made && storage.list("").isEmpty()) {
          Files.delete(storage.path);
        }
      }
    }
  }
}
