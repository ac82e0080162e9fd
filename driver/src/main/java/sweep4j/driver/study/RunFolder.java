package sweep4j.driver.study;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The folder of a run, and the files in it that other tools rely on. */
public record RunFolder(Storage storage) {

  public static final String JOURNAL = "journal.jsonl";
  public static final String LEADERBOARD = "leaderboard.csv";

  /** All that the run found out, as one page. */
  public static final String REPORT = "report.html";

  /** The sweep as understood, every default written out. */
  public static final String SWEEP_FILE = "sweep.yaml";

  /** The best model so far, with what it takes to use it. */
  public static final String BEST = "best";

  /** The networks of the best trials, where more than one is wanted. */
  public static final String MODELS = "models";

  /** What averages of these networks are worth. */
  public static final String ENSEMBLE = "ensemble";

  /** The winner's configuration trained anew, where that is wanted. */
  public static final String REFIT = "refit";

  /** How rows of a table, or images, become inputs of the networks. */
  public static final String INPUTS = "inputs.json";

  /** What paused trials go on from. */
  static final String CHECKPOINTS = "checkpoints";

  /** A folder of this machine. */
  public RunFolder(Path path) {
    this(new LocalStorage(path));
  }

  /** As messages name it. */
  public String location() {
    return storage.location();
  }

  /** The file {@code name}, as messages name it. */
  public String location(String name) {
    return storage.location(name);
  }

  public StoredLines journal() {
    return storage.lines(JOURNAL);
  }

  /** Whether the folder holds a run. */
  public boolean isInUse() throws IOException {
    return !journal().files().isEmpty();
  }

  /**
   * A process's right to write to a folder, which no other process has at the same time.
   *
   * @param held by the storage
   */
  public record Claim(RunFolder folder, Storage.Claim held) implements Closeable {

    /** Gives the folder back; one that was made for nothing goes away again. */
    @Override
    public void close() throws IOException {
      if (folder.isInUse()) {
        held.close();
      } else {
        held.undo();
      }
    }
  }

  /** As {@link Storage#claim(Consumer)}. */
  public Optional<Claim> claim(Consumer<String> waiting) throws IOException {
    return storage.claim(waiting).map(held -> new Claim(this, held));
  }

  /** As {@link Storage#replace}, in UTF-8. */
  public void replace(String file, String content) throws IOException {
    storage.replace(file, content.getBytes(StandardCharsets.UTF_8));
  }

  /** The whole file, in UTF-8. */
  public String read(String file) throws IOException {
    // Not by String, which takes whatever it cannot read for a character.
    return StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(storage.read(file)))
        .toString();
  }
}
