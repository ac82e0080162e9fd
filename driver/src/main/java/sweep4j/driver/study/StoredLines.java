package sweep4j.driver.study;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Lines that are only ever added to. They lie in one file, or in several of which each begins with
 * a whole line; a kill may have torn the end of any of these.
 */
public interface StoredLines {

  /** Where they lie. */
  Storage storage();

  /** All of them, as messages name them. */
  String location();

  /**
   * The files that hold them, in the order of the lines; none if there are no lines.
   *
   * @throws JournalException when one is missing between others
   */
  List<String> files() throws IOException;

  /**
   * Begins with {@code lines}, which are there as a whole or not at all.
   *
   * @throws java.nio.file.FileAlreadyExistsException when there are lines already
   */
  Addition begin(byte[] lines) throws IOException;

  /**
   * Goes on behind what there is.
   *
   * @param length bytes of the last file that are sound; what follows will not be in the midst of
   *     the lines
   */
  Addition resume(long length) throws IOException;

  /** Says that {@code file}, to which lines are added, is not there any more. */
  static IOException gone(String file) {
    return new IOException(
        file
            + " was deleted or replaced while the run went on, so nothing that ends now could be"
            + " kept. Start the sweep anew, or give the folder back and add --resume");
  }

  /** Says that something else than this run has written to {@code file}, to which it adds lines. */
  static IOException shared(String file) {
    return new IOException(
        file
            + " was written to by something else while the run went on, such as another run in this"
            + " folder; to keep its results whole, this one writes nothing more");
  }

  /** Adds to the lines. */
  interface Addition extends Closeable {

    /** Adds whole lines, which outlive any kill once this returns. */
    void append(byte[] lines) throws IOException;
  }
}
