package sweep4j.driver.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  @Test
  void replacingLeavesTheNewContentAndNothingElse(@TempDir Path path) throws IOException {
    var folder = new RunFolder(path.resolve("run"));

    folder.replace(RunFolder.LEADERBOARD, "a longer first content\n");
    folder.replace(RunFolder.LEADERBOARD, "second é\n");

    assertThat(Files.readString(path.resolve("run/leaderboard.csv"))).isEqualTo("second é\n");
    try (Stream<Path> files = Files.list(path.resolve("run"))) {
      assertThat(files).containsExactly(path.resolve("run/leaderboard.csv"));
    }
  }

  /** What a kill in the middle of an earlier replacement leaves must not shine through. */
  @Test
  void aLeftoverOfAnEarlierKillDoesNoHarm(@TempDir Path path) throws IOException {
    var folder = new RunFolder(path);
    Files.writeString(path.resolve(".leaderboard.csv.new"), "a long text that was torn by a kill");

    folder.replace(RunFolder.LEADERBOARD, "short");

    assertThat(Files.readString(path.resolve("leaderboard.csv"))).isEqualTo("short");
    assertThat(path.resolve(".leaderboard.csv.new")).doesNotExist();
  }

  /** Prevents that half a report takes the room which the journal needs. */
  @Test
  void whatADiskHasNoRoomForLeavesNothing(@TempDir Path path) throws IOException {
    Files.createSymbolicLink(path.resolve(".report.html.new"), Path.of("/dev/full"));

    assertThatThrownBy(() -> new RunFolder(path).replace(RunFolder.REPORT, "x"))
        .hasMessage(path.resolve("report.html") + " cannot be written: No space left on device");
    assertThat(path).isEmptyDirectory();
  }

  @Test
  void aFolderIsInUseOnceItHasAJournal(@TempDir Path path) throws IOException {
    var folder = new RunFolder(path);
    folder.replace(RunFolder.SWEEP_FILE, "name: example\n");
    assertThat(folder.isInUse()).isFalse();

    Journal.create(folder.journal(), Lab.PROVENANCE).close();

    assertThat(folder.isInUse()).isTrue();
  }

  /** Two runs in one folder would each write into the other's journal. */
  @Test
  void aFolderBelongsToOneRunAtATime(@TempDir Path folder) throws IOException {
    var run = new RunFolder(folder.resolve("run"));
    try (var claim = run.claim(words -> {}).orElseThrow()) {
      assertThat(claim.folder()).isEqualTo(run);
      assertThat(run.claim(words -> {})).isEmpty();
      run.replace(RunFolder.JOURNAL, "{}");
    }
    try (var claim = run.claim(words -> {}).orElseThrow()) {
      assertThat(claim.folder().isInUse()).isTrue();
    }
  }

  @Test
  void aClaimThatCameToNothingLeavesNothing(@TempDir Path folder) throws IOException {
    var run = new RunFolder(folder.resolve("run"));
    run.claim(words -> {}).orElseThrow().close();
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void aClaimNeverDeletesWhatIsNotItsOwn(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    new RunFolder(folder).claim(words -> {}).orElseThrow().close();
    assertThat(folder.resolve("notes.txt")).hasContent("mine");
  }
}
