package sweep4j.driver.study;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Catalogue;

/**
 * Reads a journal back. What a kill in the middle of a write leaves behind the last sound line was
 * never acknowledged, so it is passed over, and {@link Content#torn} says so. A damaged line before
 * a sound one is an error that names the line: no kill leaves it.
 */
public final class JournalReader {

  /** Lines that are read before any of them is understood, by all processors. */
  private static final int AT_ONCE = 2048;

  private final StoredLines journal;
  private final Catalogue catalogue;
  private final List<Prior> priors = new ArrayList<>();
  private final History history = History.none();
  private JournalRecord.@Nullable Header header;

  /** Whether damaged lines are passed over wherever they are. */
  private final boolean lenient;

  /** The lines that could not be understood so far; unless lenient, of the file being read. */
  private final List<Understood> damaged = new ArrayList<>();

  /** The file being read, as messages name it. */
  private String file;

  /** Bytes of it that are sound lines. */
  private long sound;

  private JournalReader(StoredLines journal, Catalogue catalogue, boolean lenient) {
    this.journal = journal;
    this.catalogue = catalogue;
    this.lenient = lenient;
    this.file = journal.location();
  }

  /**
   * What a journal holds.
   *
   * @param provenance of the run when it began
   * @param priors trials of an earlier run that the sampler learns from, in their order
   * @param history of the sweep so far
   * @param length bytes of the last file that are sound lines
   * @param torn what lies behind them, in words; null if nothing does
   */
  public record Content(
      Provenance provenance,
      List<Prior> priors,
      History history,
      long length,
      @Nullable String torn) {

    /** What the run read, in words. */
    public String data() {
      return provenance.data();
    }

    /** SHA-256 of the data that the run read. */
    public String dataHash() {
      return provenance.dataHash();
    }

    /** Native library and processor that the run began on. */
    public String nativeBuild() {
      return provenance.nativeBuild();
    }
  }

  /**
   * A line, and what it says.
   *
   * @param file that it is of, by its name
   * @param record null if it cannot be understood
   * @param why it cannot; empty if it can
   */
  private record Understood(
      String file, WholeLines.Line line, @Nullable JournalRecord record, String why) {}

  /**
   * Reads {@code journal}, which may go on meanwhile.
   *
   * @param catalogue what the sweep may vary
   * @throws JournalException when it holds something that no journal holds
   * @throws IOException when it cannot be read
   */
  public static Content read(StoredLines journal, Catalogue catalogue) throws IOException {
    List<String> files = journal.files();
    while (true) {
      try {
        return new JournalReader(journal, catalogue, false).read(files);
      } catch (IOException e) {
        List<String> now = journal.files();
        if (now.equals(files)) {
          throw e;
        }
        // Several became one while they were read.
        files = now;
      }
    }
  }

  /**
   * The numbers of the lines that are damaged, by the names of their files: without them it is a
   * journal.
   *
   * @throws JournalException when it would be none
   */
  static Map<String, Set<Integer>> damagedLines(StoredLines journal, Catalogue catalogue)
      throws IOException {
    var reader = new JournalReader(journal, catalogue, true);
    reader.read(journal.files());
    var numbers = new LinkedHashMap<String, Set<Integer>>();
    reader.damaged.forEach(
        each ->
            numbers
                .computeIfAbsent(each.file(), file -> new TreeSet<>())
                .add(each.line().number()));
    return numbers;
  }

  private Content read(List<String> files) throws IOException {
    int rest = 0;
    for (String name : files) {
      if (!lenient) {
        // At the end of a file they are what a kill has left, as at the end of the last.
        damaged.clear();
      }
      file = journal.storage().location(name);
      sound = 0;
      rest = read(name, name.equals(files.get(0)));
    }
    if (header == null && !damaged.isEmpty()) {
      throw damage(damaged.get(0));
    }
    if (header == null) {
      throw new JournalException(
          file
              + ": the journal has no first line, because the run was stopped at its very start;"
              + " delete it and start the sweep anew");
    }
    if (priors.size() != header.priors()) {
      throw new JournalException(
          "%s: %d trials of the earlier run that the sampler learns from are missing; the sweep cannot go on as it began, so start it anew in another folder"
              .formatted(file, header.priors() - priors.size()));
    }
    return new Content(header.provenance(), List.copyOf(priors), history, sound, torn(rest));
  }

  /** Reads one file, and returns how many bytes behind its last line are no line. */
  private int read(String name, boolean first) throws IOException {
    try (var lines = new WholeLines(journal.storage().open(name))) {
      List<WholeLines.Line> some = lines.next(AT_ONCE);
      if (first && !some.isEmpty()) {
        checkVersion(some.get(0));
      }
      while (!some.isEmpty()) {
        for (Understood each : some.parallelStream().map(line -> understand(name, line)).toList()) {
          add(each);
        }
        some = lines.next(AT_ONCE);
      }
      return lines.rest();
    }
  }

  private Understood understand(String name, WholeLines.Line line) {
    try {
      return new Understood(name, line, JournalFormat.read(line.bytes(), catalogue), "");
    } catch (JacksonException | IllegalArgumentException e) {
      return new Understood(name, line, null, firstLine(e));
    }
  }

  private void add(Understood next) throws JournalException {
    JournalRecord record = next.record();
    if (record == null) {
      damaged.add(next);
      return;
    }
    if (!damaged.isEmpty() && (!lenient || header == null)) {
      throw damage(damaged.get(0));
    }
    try {
      add(record);
    } catch (IllegalArgumentException e) {
      damaged.add(new Understood(next.file(), next.line(), null, firstLine(e)));
      if (!lenient) {
        throw damage(damaged.get(0));
      }
    }
    sound = next.line().end();
  }

  private void add(JournalRecord record) {
    if (record instanceof JournalRecord.Header first) {
      if (header != null) {
        throw new IllegalArgumentException("a second first line");
      }
      header = first;
    } else if (header == null) {
      throw new IllegalArgumentException("a journal begins with a record of type \"sweep\"");
    } else if (record instanceof JournalRecord.Learned learned) {
      priors.add(learned.prior());
    } else if (record instanceof JournalRecord.Ended ended) {
      history.add(ended.trial());
    } else if (record instanceof JournalRecord.Paused paused) {
      history.add(paused.trial());
    } else if (record instanceof JournalRecord.Decided decided) {
      history.add(decided.decision());
    } else if (record instanceof JournalRecord.Lost lost) {
      history.addLost(lost.trial());
    } else if (record instanceof JournalRecord.LostRepeat lost) {
      history.addLost(lost.repeat());
    } else if (record instanceof JournalRecord.Tested tested) {
      history.addTested(tested.trial(), tested.quality());
    } else if (record instanceof JournalRecord.Refit refit) {
      history.add(refit.refitted());
    }
  }

  private JournalException damage(Understood first) {
    WholeLines.Line line = first.line();
    String why = first.why();
    return new JournalException(
        header == null
            ? "%s:1: this line is damaged (%s), which said what the run is of: start the sweep anew in another folder"
                .formatted(file, why)
            : "%s:%d: this line is damaged (%s), and not by a kill, as sound ones follow it. The command `repair` sets it aside, and --resume runs its trial again"
                .formatted(file, line.number(), why));
  }

  private void checkVersion(WholeLines.Line first) throws IOException {
    Integer version;
    try {
      version = JournalFormat.version(first.bytes());
    } catch (JacksonException | IllegalArgumentException e) {
      // It is damaged, which is said with its reason.
      return;
    }
    if (version == null || version != JournalFormat.VERSION) {
      throw new JournalException(
          "%s:1: the journal is of %s, and this sweep4j writes version %d: go on with the sweep4j that began the run, or start it anew in another folder"
              .formatted(
                  file,
                  version == null ? "no version" : "version " + version,
                  JournalFormat.VERSION));
    }
  }

  private @Nullable String torn(int rest) {
    if (!damaged.isEmpty()) {
      Understood first = damaged.get(0);
      return "%s:%d: damaged from here on (%s)".formatted(file, first.line().number(), first.why());
    }
    return rest == 0 ? null : "%s: the last %d bytes are no whole line".formatted(file, rest);
  }

  private static String firstLine(Exception why) {
    String message = why.getMessage();
    return message == null ? why.toString() : message.lines().findFirst().orElse("");
  }
}
