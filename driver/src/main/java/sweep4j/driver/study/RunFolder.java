package sweep4j.driver.study;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The folder of a run, and the files in it that other tools rely on. */
public record RunFolder(Path path) {

  public Path journal() {
    return path.resolve("journal.jsonl");
  }

  public Path leaderboard() {
    return path.resolve("leaderboard.csv");
  }

  /** The sweep as understood, every default written out. */
  public Path sweepFile() {
    return path.resolve("sweep.yaml");
  }

  /** The best model so far, with what it takes to use it. */
  public Path best() {
    return path.resolve("best");
  }

  /** The networks of the best trials, and what averages of them are worth. */
  public Path ensemble() {
    return path.resolve("ensemble");
  }

  /** What paused trials go on from. */
  Path checkpoints() {
    return path.resolve("checkpoints");
  }

  /** Whether the folder holds a run. */
  public boolean isInUse() {
    return Files.exists(journal());
  }

  /**
   * A process's right to write to a folder, which no other process has at the same time.
   *
   * @param made whether the folder was made for this
   */
  public record Claim(RunFolder folder, boolean made, FileChannel lock) implements Closeable {

    /** Gives the folder back; one that was made for nothing goes away again. */
    @Override
    public void close() throws IOException {
      try (lock) {
        if (!folder.isInUse()) {
          Files.deleteIfExists(folder.lock());
          if (made && folder.isEmpty()) {
            Files.delete(folder.path());
          }
        }
      }
    }
  }

  /**
   * Makes the folder if need be, and claims it.
   *
   * @return empty if another process has it
   * @throws IOException when it cannot be made or written to
   */
  public Optional<Claim> claim() throws IOException {
    boolean made = Files.notExists(path);
    Files.createDirectories(path);
    FileChannel channel =
        FileChannel.open(lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      // The lock ends with the channel, and with the process however it ends. A lock on a file that
      // its last owner has deleted meanwhile would be worth nothing.
      if (channel.tryLock() != null && Files.exists(lock())) {
        return Optional.of(new Claim(this, made, channel));
      }
    } catch (OverlappingFileLockException e) {
      // This process has it already, which is no better than another one.
    }
    channel.close();
    return Optional.empty();
  }

  private boolean isEmpty() throws IOException {
    try (var content = Files.list(path)) {
      return content.findAny().isEmpty();
    }
  }

  private Path lock() {
    return path.resolve(".lock");
  }

  /**
   * Replaces a file of the folder in one step: a reader, or a kill at any moment, finds the old
   * content or the new one.
   */
  public void replace(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
    // Not a FileChannel, which an interrupt closes in the midst of a write.
    try (var out = new FileOutputStream(fresh.toFile())) {
      out.write(content);
      out.getFD().sync();
    } catch (IOException e) {
      throw unwritable(file, e);
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

  /** Says of which file it is that a disk is full, or may not be written to any more. */
  static IOException unwritable(Path file, IOException e) {
    return new IOException(file + " cannot be written: " + e.getMessage(), e);
  }

  /** As {@link #replace(Path, byte[])}, in UTF-8. */
  public void replace(Path file, String content) throws IOException {
    replace(file, content.getBytes(StandardCharsets.UTF_8));
  }
}
