package sweep4j.driver.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;

/**
 * The record of a sweep: one JSON object to a line, only ever appended to, on disk before any
 * method returns. All else that a run shows is derived from it. {@link JournalReader} reads it
 * back.
 */
public final class Journal implements Closeable {

  // Not a FileChannel, which an interrupt closes in the midst of a write.
  private final RandomAccessFile file;
  private final Path path;

  /** Which file it is, whatever its name; null where the file system does not tell. */
  private final @Nullable Object identity;

  private Journal(Path path, RandomAccessFile file) throws IOException {
    this.path = path;
    this.file = file;
    this.identity = identity(path);
  }

  private static @Nullable Object identity(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }

  /** As {@link #create(Path, Provenance, List)}, for a sampler that learns from no earlier run. */
  public static Journal create(Path file, Provenance provenance) throws IOException {
    return create(file, provenance, List.of());
  }

  /**
   * Begins the journal of a new run. There is never one without its first line, nor one with a part
   * of {@code priors}: with fewer of them a resumed sampler would go another way.
   *
   * @param priors trials of an earlier run that the sampler learns from
   * @throws FileAlreadyExistsException when the file exists
   */
  public static Journal create(Path file, Provenance provenance, List<Prior> priors)
      throws IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    var start = new ArrayList<ObjectNode>();
    start.add(JournalFormat.header(provenance, priors.size()));
    priors.forEach(prior -> start.add(JournalFormat.prior(prior)));
    new RunFolder(file.resolveSibling("")).replace(file, lines(start));
    // The name, too, must outlive a power cut.
    try (var folder = FileChannel.open(file.resolveSibling(""), StandardOpenOption.READ)) {
      folder.force(true);
    }
    return resume(file, Files.size(file));
  }

  /**
   * Goes on with a journal.
   *
   * @param length bytes of it that are whole, as {@link JournalReader} found; what follows, a line
   *     torn by a kill, is cut off
   */
  public static Journal resume(Path file, long length) throws IOException {
    var open = new RandomAccessFile(file.toFile(), "rw");
    open.setLength(length);
    open.seek(length);
    return new Journal(file, open);
  }

  /**
   * Writes down how a leg ended and what follows from it, in one piece.
   *
   * @param paused the trial, if it came to a rung
   */
  public void reported(@Nullable PausedTrial paused, List<Event> events) throws IOException {
    var records = new ArrayList<ObjectNode>();
    if (paused != null) {
      records.add(JournalFormat.paused(paused));
    }
    for (Event event : events) {
      records.add(
          event instanceof Event.Ended end
              ? JournalFormat.ended(end.trial())
              : JournalFormat.decision(((Event.Decided) event).decision()));
    }
    append(records);
  }

  /** Writes down that an attempt at a trial was lost with its executor. */
  void lost(TrialRequest request, TrialResult result) throws IOException {
    append(List.of(JournalFormat.lost(request, result)));
  }

  private void append(List<ObjectNode> records) throws IOException {
    // What is written to a file that was deleted is gone when the run ends, and nobody is told.
    if (!isStillThere()) {
      throw new IOException(
          path
              + " was deleted or replaced while the run went on, so nothing that ends now could be"
              + " kept. Start the sweep anew, or give the folder back and add --resume");
    }
    try {
      file.write(lines(records));
      file.getFD().sync();
    } catch (IOException e) {
      throw RunFolder.unwritable(path, e);
    }
  }

  private boolean isStillThere() throws IOException {
    try {
      return Objects.equals(identity, identity(path));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static byte[] lines(List<ObjectNode> records) {
    var lines = new ByteArrayOutputStream();
    records.forEach(record -> lines.writeBytes(Seal.line(record.toString())));
    return lines.toByteArray();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
