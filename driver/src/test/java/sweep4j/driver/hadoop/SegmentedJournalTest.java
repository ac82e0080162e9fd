package sweep4j.driver.hadoop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.driver.Trials;
import sweep4j.driver.study.Event;
import sweep4j.driver.study.Journal;
import sweep4j.driver.study.JournalException;
import sweep4j.driver.study.JournalReader;
import sweep4j.driver.study.JournalRepair;
import sweep4j.driver.study.Provenance;
import sweep4j.driver.study.RunFolder;
import sweep4j.trial.Catalogue;
import sweep4j.trial.TrialRecord;

/** A journal in several files: each kill leaves one that may end in the midst of a line. */
class SegmentedJournalTest {

  private static final Provenance PROVENANCE =
      new Provenance(
          "example", "9 rows", "a1b2", "sweep4j 1", "native; processor", "2026-01-01T00:00:00Z");

  @TempDir private Path disk;
  private RunFolder run = new RunFolder(Path.of(""));

  @BeforeEach
  void open() throws IOException {
    var system = new RawLocalFileSystem();
    system.initialize(system.getUri(), new Configuration());
    run =
        new RunFolder(
            new HadoopStorage(
                system, new org.apache.hadoop.fs.Path(disk.toUri().toString()), Place.TIMES));
  }

  private static void add(Journal journal, TrialRecord... trials) throws IOException {
    for (TrialRecord trial : trials) {
      journal.reported(null, List.of(new Event.Ended(trial)));
    }
  }

  private JournalReader.Content read() throws IOException {
    return JournalReader.read(run.journal(), Catalogue.standard());
  }

  /** Three runs, of which each wrote a trial or two. */
  private void write() throws IOException {
    try (Journal journal = Journal.create(run.journal(), PROVENANCE)) {
      add(journal, Trials.completed(0, 0.25), Trials.failed(1, "\u00e9 \ud83d\ude00"));
    }
    try (Journal journal = Journal.resume(run.journal(), read().length())) {
      add(journal, Trials.completed(2, 0.5));
    }
    try (Journal journal = Journal.resume(run.journal(), read().length())) {
      add(journal, Trials.diverged(3));
    }
  }

  private static List<Integer> numbers(JournalReader.Content content) {
    return content.history().ended().stream().map(TrialRecord::trial).toList();
  }

  @Test
  void eachRunHasAFileOfItsOwn() throws IOException {
    write();

    assertThat(run.journal().files())
        .containsExactly(
            "journal-000001.jsonl",
            "journal-000002.jsonl",
            "journal-000003.jsonl",
            "journal-000004.jsonl");
    assertThat(numbers(read())).containsExactly(0, 1, 2, 3);
    assertThat(read().torn()).isNull();
  }

  /** A kill may come after any byte, inside a character of several too. */
  @Test
  void aFileCutAnywhereIsGoneOnFromItsWholeLines() throws IOException {
    write();
    Path cut = disk.resolve("journal-000002.jsonl");
    byte[] whole = Files.readAllBytes(cut);
    Files.delete(disk.resolve("journal-000003.jsonl"));
    Files.delete(disk.resolve("journal-000004.jsonl"));
    for (int length = 0; length <= whole.length; length++) {
      Files.write(cut, Arrays.copyOf(whole, length));
      JournalReader.Content former = read();
      assertThat(former.torn() == null)
          .as("%d bytes", length)
          .isEqualTo(length == 0 || whole[length - 1] == '\n');

      try (Journal journal = Journal.resume(run.journal(), former.length())) {
        add(journal, Trials.completed(9, 0.5));
      }

      assertThat(Files.size(cut)).as("what is torn is left alone").isEqualTo(length);
      JournalReader.Content resumed = read();
      assertThat(resumed.torn()).isNull();
      var expected = new ArrayList<>(numbers(former));
      expected.add(9);
      assertThat(numbers(resumed)).as("%d bytes", length).isEqualTo(expected);
      Files.delete(disk.resolve("journal-000003.jsonl"));
    }
  }

  /** The same damage in the midst of a file is none of a kill's. */
  @Test
  void damageIsNamedByItsFileAndLineAndCanBeRepaired() throws IOException {
    write();
    Path file = disk.resolve("journal-000002.jsonl");
    String sound = Files.readString(file);
    Files.writeString(file, sound.replace("0.25", "0.24"));

    assertThatThrownBy(this::read)
        .isInstanceOf(JournalException.class)
        .hasMessageStartingWith(
            run.location("journal-000002.jsonl")
                + ":1: this line is damaged (its checksum differs), and not by a kill");

    List<JournalRepair.Done> done = JournalRepair.repair(run, Catalogue.standard());

    assertThat(done)
        .containsExactly(
            new JournalRepair.Done(
                "journal-000002.jsonl", List.of(1), "journal-000002.jsonl.damaged-1"));
    assertThat(disk.resolve("journal-000002.jsonl.damaged-1"))
        .hasContent(sound.replace("0.25", "0.24"));
    assertThat(numbers(read())).containsExactly(1, 2, 3);
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    write();
    Files.delete(disk.resolve("journal-000003.jsonl"));

    assertThatThrownBy(this::read)
        .isInstanceOf(JournalException.class)
        .hasMessageStartingWith(run.location("journal-000003.jsonl") + " is missing");
  }

  /** Nobody would be told that nothing is kept any more. */
  @Test
  void aFileThatIsDeletedMeanwhileEndsTheRun() throws IOException {
    try (Journal journal = Journal.create(run.journal(), PROVENANCE)) {
      add(journal, Trials.completed(0, 0.25));
      Files.delete(disk.resolve("journal-000002.jsonl"));

      assertThatThrownBy(() -> add(journal, Trials.completed(1, 0.25)))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(
              run.location("journal-000002.jsonl")
                  + " was deleted or replaced while the run went on");
    }
  }
}
