package sweep4j.driver.hadoop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.driver.study.RunFolder;
import sweep4j.driver.study.Storage;
import sweep4j.driver.study.StoredLines;

/** What a run relies on, wherever its folder lies. */
@Timeout(60)
class StorageContractTest {

  @TempDir static java.nio.file.Path disk;

  abstract static class Contract {

    private String name = "";

    abstract Place place() throws IOException;

    @BeforeEach
    void name(TestInfo test) {
      name = test.getTestMethod().orElseThrow().getName();
    }

    Storage open() throws IOException {
      return place().open(name);
    }

    private static byte[] bytes(String text) {
      return text.getBytes(UTF_8);
    }

    /** All lines, as one that reads the files in their order finds them. */
    private String all(Storage storage) throws IOException {
      var text = new StringBuilder();
      for (String file : storage.lines(RunFolder.JOURNAL).files()) {
        text.append(new String(storage.read(file), UTF_8));
      }
      return text.toString();
    }

    @Test
    void aFileIsReplacedAsAWhole() throws IOException {
      Storage storage = open();
      assertThat(storage.exists("best/model.zip")).isFalse();

      storage.replace("best/model.zip", bytes("a longer first content"));
      storage.replace("best/model.zip", bytes("second \u00e9"));

      Storage other = open();
      assertThat(other.read("best/model.zip")).isEqualTo(bytes("second \u00e9"));
      assertThat(other.exists("best")).isTrue();
      assertThat(other.list("best")).containsExactly("best/model.zip");
      assertThat(other.list("")).containsExactly("best");
    }

    @Test
    void whatIsDeletedIsGoneAndWhatIsNotThereNeedNotBe() throws IOException {
      Storage storage = open();
      storage.delete("checkpoints/a.bin");
      assertThat(storage.list("checkpoints")).isEmpty();
      storage.replace("checkpoints/a.bin", bytes("a"));

      storage.delete("checkpoints/a.bin");
      assertThat(storage.list("checkpoints")).isEmpty();
      storage.delete("checkpoints");

      assertThat(storage.exists("checkpoints")).isFalse();
      assertThat(storage.isFile()).isFalse();
    }

    /** A journal without its first line would be no journal, and two in one folder none either. */
    @Test
    void linesBeginOnce() throws IOException {
      Storage storage = open();
      StoredLines lines = storage.lines(RunFolder.JOURNAL);
      assertThat(lines.files()).isEmpty();
      lines.begin(bytes("first\n")).close();

      assertThat(all(open())).isEqualTo("first\n");
      assertThatThrownBy(() -> open().lines(RunFolder.JOURNAL).begin(bytes("other\n")))
          .isInstanceOf(FileAlreadyExistsException.class);
      assertThat(all(open())).isEqualTo("first\n");
    }

    /** While it is not closed, as a kill never closes anything. */
    @Test
    void whatHasBeenAddedIsThereAtOnceForOthers() throws IOException {
      var said = new StringBuilder("first\n");
      try (var lines = open().lines(RunFolder.JOURNAL).begin(bytes("first\n"))) {
        for (int i = 0; i < 40; i++) {
          lines.append(bytes("line " + i + "\n"));
          said.append("line ").append(i).append('\n');
          assertThat(all(open())).isEqualTo(said.toString());
        }
      }
      assertThat(all(open())).isEqualTo(said.toString());
    }

    /** The one that was killed never closes what it has open. */
    @Test
    void linesGoOnBehindThoseOfOneThatWasKilled() throws IOException {
      StoredLines.Addition killed = open().lines(RunFolder.JOURNAL).begin(bytes("first\n"));
      killed.append(bytes("second\n"));

      Storage storage = open();
      List<String> files = storage.lines(RunFolder.JOURNAL).files();
      int length = storage.read(files.get(files.size() - 1)).length;
      try (var lines = storage.lines(RunFolder.JOURNAL).resume(length)) {
        lines.append(bytes("third\n"));
      }

      assertThat(all(open())).isEqualTo("first\nsecond\nthird\n");
    }

    /** Ctrl-C interrupts the thread that writes. */
    @Test
    void anInterruptTearsNothing() throws IOException {
      Storage storage = open();
      try (var lines = storage.lines(RunFolder.JOURNAL).begin(bytes("first\n"))) {
        Thread.currentThread().interrupt();
        lines.append(bytes("second\n"));
        storage.replace("leaderboard.csv", bytes("rank\n"));
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        lines.append(bytes("third\n"));
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
      assertThat(all(open())).isEqualTo("first\nsecond\nthird\n");
      assertThat(open().read("leaderboard.csv")).isEqualTo(bytes("rank\n"));
    }

    @Test
    void aFolderBelongsToOneRunAtATime() throws IOException {
      Storage storage = open();
      try (Storage.Claim claim = storage.claim().orElseThrow()) {
        assertThat(claim).isNotNull();
        assertThat(open().claim()).isEmpty();
        storage.replace("sweep.yaml", bytes("name: x\n"));
      }
      try (Storage.Claim claim = open().claim().orElseThrow()) {
        assertThat(claim).isNotNull();
      }
    }

    /** Each would write into the other's journal. */
    @Test
    void ofManyThatStartAtOnceOneGetsIt() throws Exception {
      var start = new CountDownLatch(1);
      List<FutureTask<Boolean>> drivers =
          IntStream.range(0, 4)
              .mapToObj(
                  driver ->
                      new FutureTask<>(
                          () -> {
                            Storage storage = open();
                            start.await();
                            return storage.claim().isPresent();
                          }))
              .toList();
      drivers.forEach(driver -> new Thread(driver).start());
      start.countDown();
      int winners = 0;
      for (FutureTask<Boolean> driver : drivers) {
        winners += driver.get() ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
    }

    @Test
    void aClaimThatCameToNothingLeavesNothing() throws IOException {
      open().claim().orElseThrow().undo();
      assertThat(open().exists("")).isFalse();

      open().replace("notes.txt", bytes("mine"));
      open().claim().orElseThrow().undo();
      assertThat(open().list("")).containsExactly("notes.txt");
    }
  }

  @Nested
  class OnADisk extends Contract {
    @Override
    Place place() {
      return Place.local(disk.resolve("local"));
    }
  }

  @Nested
  class OnADiskThroughHadoop extends Contract {
    @Override
    Place place() throws IOException {
      var system = new RawLocalFileSystem();
      system.initialize(system.getUri(), new Configuration());
      return Place.of(system, disk.resolve("raw").toString());
    }
  }

  @Nested
  class OnADiskWithHadoopsChecksums extends Contract {
    @Override
    Place place() throws IOException {
      var system = new LocalFileSystem();
      system.initialize(system.getUri(), new Configuration());
      return Place.of(system, disk.resolve("checked").toString());
    }
  }

  @Nested
  class InAnObjectStore extends Contract {
    @Override
    Place place() throws IOException {
      return Place.of(ObjectStore.create(), disk.resolve("objects").toString());
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class OnHdfs extends Contract {

    private MiniHdfs hdfs;

    @BeforeAll
    void start() throws IOException {
      hdfs = new MiniHdfs(disk.resolve("hdfs"));
    }

    @AfterAll
    void stop() {
      hdfs.close();
    }

    @Override
    Place place() {
      return Place.hdfs(hdfs);
    }
  }
}
