package sweep4j.driver.study;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where a run's folder lies, and what can be done there. A file is named by its path below the
 * folder, such as {@code best/model.zip}; folders of files come and go with them.
 *
 * <p>What a method has written is still there after a power cut, and an interrupt of the calling
 * thread does not tear it.
 */
public interface Storage {

  /** The folder, as messages name it. */
  String location();

  /** The file {@code name}, as messages name it. */
  String location(String name);

  /** Whether a file lies where the folder is to be. */
  boolean isFile() throws IOException;

  /** Whether there is a file or a folder {@code name}. */
  boolean exists(String name) throws IOException;

  /** The file {@code name}, from its first byte; the caller closes it. */
  InputStream open(String name) throws IOException;

  /** The whole file {@code name}. */
  default byte[] read(String name) throws IOException {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    }
  }

  /** The names of the files in {@code folder}; none if it is not there. */
  List<String> list(String folder) throws IOException;

  /**
   * Replaces the file {@code name} in one step: a reader, or a kill at any moment, finds the old
   * content or the new one.
   */
  void replace(String name, byte[] content) throws IOException;

  /** Deletes a file, or a folder without files, if it is there. */
  void delete(String name) throws IOException;

  /** The lines that are kept under {@code name}, whether or not there are any. */
  StoredLines lines(String name);

  /**
   * Makes the folder if need be, and claims the right to write to it, which no other process has at
   * the same time. It may take a while until it is known that a process which had it is gone.
   *
   * @param waiting is told, in words for the user, before that
   * @return empty if another process has it
   * @throws IOException when the folder cannot be made or written to
   */
  Optional<Claim> claim(Consumer<String> waiting) throws IOException;

  /** As above, in silence. */
  default Optional<Claim> claim() throws IOException {
    return claim(words -> {});
  }

  /** Says of which file it is that a disk is full, or may not be written to any more. */
  static IOException unwritable(String file, IOException e) {
    return new IOException(file + " cannot be written: " + e.getMessage(), e);
  }

  /** The right to write to the folder; {@link #close} gives it back. */
  interface Claim extends Closeable {

    /** Leaves the folder as it was found: if it was made for this and is empty, not at all. */
    void undo() throws IOException;
  }
}
