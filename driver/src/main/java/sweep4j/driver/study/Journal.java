package sweep4j.driver.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;

/**
 * The record of a sweep: one JSON object to a line, only ever appended to, on disk before any
 * method returns. All else that a run shows is derived from it. {@link JournalReader} reads it
 * back.
 */
public final class Journal implements Closeable {

  private final StoredLines.Addition lines;

  private Journal(StoredLines.Addition lines) {
    this.lines = lines;
  }

  /**
   * As {@link #create(StoredLines, Provenance, List)}, for a sampler that learns from no earlier
   * run.
   */
  public static Journal create(StoredLines file, Provenance provenance) throws IOException {
    return create(file, provenance, List.of());
  }

  /**
   * Begins the journal of a new run. There is never one without its first line, nor one with a part
   * of {@code priors}: with fewer of them a resumed sampler would go another way.
   *
   * @param priors trials of an earlier run that the sampler learns from
   * @throws FileAlreadyExistsException when there is one already
   */
  public static Journal create(StoredLines file, Provenance provenance, List<Prior> priors)
      throws IOException {
    var start = new ArrayList<ObjectNode>();
    start.add(JournalFormat.header(provenance, priors.size()));
    priors.forEach(prior -> start.add(JournalFormat.prior(prior)));
    return new Journal(file.begin(lines(start)));
  }

  /**
   * Goes on with a journal.
   *
   * @param length bytes of its last file that are whole, as {@link JournalReader} found; what
   *     follows, a line torn by a kill, is no part of it
   */
  public static Journal resume(StoredLines file, long length) throws IOException {
    return new Journal(file.resume(length));
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

  /**
   * Writes down how trials did on the test split.
   *
   * @param qualities as {@link sweep4j.trial.Score#quality}, by trial
   */
  public void tested(SortedMap<Integer, Double> qualities) throws IOException {
    var records = new ArrayList<ObjectNode>();
    qualities.forEach((trial, quality) -> records.add(JournalFormat.tested(trial, quality)));
    append(records);
  }

  /** Writes down what came of training the winner's configuration anew. */
  public void refitted(Refitted refitted) throws IOException {
    append(List.of(RefittedFormat.json(refitted)));
  }

  private void append(List<ObjectNode> records) throws IOException {
    lines.append(lines(records));
  }

  private static byte[] lines(List<ObjectNode> records) {
    var lines = new ByteArrayOutputStream();
    records.forEach(record -> lines.writeBytes(Seal.line(record.toString())));
    return lines.toByteArray();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
