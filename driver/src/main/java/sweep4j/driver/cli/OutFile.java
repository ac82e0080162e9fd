package sweep4j.driver.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import sweep4j.driver.study.Storage;

/**
 * The file that {@code --out} names: written beside its place, and put there when it is whole, so
 * that nobody reads half of it, and one that was there stays until then.
 */
final class OutFile {

  /** What the file is to hold. */
  interface Content<T> {

    /** Writes it, and returns what there is to say of it. */
    T write(OutputStream out) throws Exception;
  }

  /** What is left of one as a path: two slashes are one there. */
  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/[^/].*");

  private final Path told;
  private final Path file;
  private final boolean replaces;

  private OutFile(Path told, Path file, boolean replaces) {
    this.told = told;
    this.file = file;
    this.replaces = replaces;
  }

  /**
   * The file at {@code out}; what a link there leads to, as the link is not to be replaced.
   *
   * @param replaces whether one that is there by then is; else writing it fails
   * @throws BadInput if no file can be there
   */
  static OutFile at(Path out, boolean replaces) throws BadInput, IOException {
    if (URI.matcher(out.toString()).matches()) {
      throw new BadInput("--out must be a path of this machine, but got " + out);
    }
    if (Files.isDirectory(out)) {
      throw new BadInput("--out must be a file, but %s is a folder".formatted(out));
    }
    if (Files.exists(out) && !Files.isRegularFile(out)) {
      // A file in its place would be there for all programs, and for good.
      throw new BadInput("--out must be a file, but %s is a device or a pipe".formatted(out));
    }
    checkFolder(out);
    return new OutFile(out, Files.exists(out) ? out.toRealPath() : out, replaces);
  }

  /** Checks that the folder is there in which {@code out} is to be. */
  static void checkFolder(Path out) throws BadInput {
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new BadInput("--out: there is no folder %s; make it first".formatted(folder));
    }
  }

  /** Writes it. */
  <T> T write(Content<T> content) throws Exception {
    Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
    try {
      T said;
      try (OutputStream out = open(fresh)) {
        said = content.write(out);
      } catch (IOException e) {
        throw Storage.unwritable(told.toString(), e);
      }
      if (replaces) {
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.move(fresh, file);
      }
      return said;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Writes it. */
  void write(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(
        to -> {
          to.write(bytes);
          return bytes.length;
        });
  }

  private OutputStream open(Path fresh) throws BadInput {
    try {
      return new BufferedOutputStream(Files.newOutputStream(fresh));
    } catch (IOException e) {
      throw unwritable(told, e);
    }
  }

  /** That {@code e} keeps {@code out} from being made. */
  static BadInput unwritable(Path out, IOException e) {
    return new BadInput("--out: %s cannot be made; choose another (%s)".formatted(out, reason(e)));
  }

  /** Why {@code e} was thrown, in words; the names of files are left to the caller. */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
    return reason == null ? "no reason given" : reason;
  }
}
