package sweep4j.driver.hadoop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.driver.study.RunFolder;
import sweep4j.driver.study.Storage;

/** Small objects become large ones, and at no moment is a line there twice or not at all. */
class RollingTest {

  /** More than 16 times 16, and not a multiple. */
  private static final int LINES = 600;

  private static String text(int lines) {
    return IntStream.range(0, lines)
        .mapToObj(i -> "line " + i + "\n")
        .collect(Collectors.joining());
  }

  private static String read(Storage storage) {
    try {
      var text = new StringBuilder();
      for (String file : storage.lines(RunFolder.JOURNAL).files()) {
        text.append(new String(storage.read(file), UTF_8));
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a kill leaves is what there is after some step. */
  @Test
  void aLongRunHasFewObjectsAndHoldsEachLineOnceAtEachMoment(@TempDir java.nio.file.Path disk)
      throws IOException {
    ObjectStore store = ObjectStore.create();
    var storage = new HadoopStorage(store, new Path(disk.toString()), Place.TIMES);
    var acknowledged = new AtomicInteger();
    var steps = new AtomicInteger();
    store.watch(
        () -> {
          steps.incrementAndGet();
          assertThat(read(storage)).isEqualTo(text(acknowledged.get() + 1));
        });
    try (var lines = storage.lines(RunFolder.JOURNAL).begin("line 0\n".getBytes(UTF_8))) {
      acknowledged.incrementAndGet();
      for (int i = 1; i < LINES; i++) {
        lines.append(("line " + i + "\n").getBytes(UTF_8));
        acknowledged.incrementAndGet();
      }
    }

    assertThat(read(storage)).isEqualTo(text(LINES));
    assertThat(steps).hasValueGreaterThan(2 * LINES);
    List<String> files = storage.lines(RunFolder.JOURNAL).files();
    // 1 to begin with; 599 = 2 * 256 + 5 * 16 + 7.
    assertThat(files).hasSize(1 + 2 + 5 + 7);
    assertThat(storage.list("")).as("nothing is left of the small ones").isEqualTo(files);
  }

  /**
   * A file that another process left may end in a torn line, which must not come into the midst.
   */
  @Test
  void filesOfAnotherRunStayAsTheyAre(@TempDir java.nio.file.Path disk) throws IOException {
    var storage = new HadoopStorage(ObjectStore.create(), new Path(disk.toString()), Place.TIMES);
    storage.lines(RunFolder.JOURNAL).begin("line 0\n".getBytes(UTF_8)).close();
    storage.replace("journal-000002.jsonl", "torn".getBytes(UTF_8));

    try (var lines = storage.lines(RunFolder.JOURNAL).resume(0)) {
      for (int i = 0; i < 16; i++) {
        lines.append("next\n".getBytes(UTF_8));
      }
    }

    assertThat(storage.lines(RunFolder.JOURNAL).files())
        .containsExactly(
            "journal-000001.jsonl", "journal-000002.jsonl", "journal-000003-000018.jsonl");
  }
}
