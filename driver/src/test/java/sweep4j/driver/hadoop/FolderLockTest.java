package sweep4j.driver.hadoop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.driver.study.RunFolder;
import sweep4j.driver.study.Storage;

/** A dead driver must not keep the next one out, and a slow one must not write into its files. */
@Timeout(60)
class FolderLockTest {

  @TempDir private java.nio.file.Path disk;
  private HadoopFolder folder;

  @BeforeEach
  void open() throws IOException {
    folder = new HadoopFolder(ObjectStore.create(), new Path(disk.toString()));
  }

  private HadoopStorage storage() throws IOException {
    return new HadoopStorage(ObjectStore.create(), new Path(disk.toString()), Place.TIMES);
  }

  private void put(String lock, String content) throws IOException {
    folder.replace(lock, content.getBytes(UTF_8));
  }

  /** Killed, perhaps before it had written who it is. */
  @Test
  void aLockThatStandsStillIsTakenOver() throws IOException {
    for (String dead : new String[] {"1@host id 17", ""}) {
      put(".lock-000003", dead);
      long begun = System.nanoTime();
      var said = new ArrayList<String>();
      try (Storage.Claim claim = storage().claim(said::add).orElseThrow()) {
        assertThat(claim).isNotNull();
        // Else a user would take the wait for a hang.
        assertThat(said)
            .containsExactly(
                disk
                    + " may be another run's: watching .lock-000003 for up to 1 s, in which a run that"
                    + " goes on would renew it.");
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(Place.TIMES.deathNanos());
        assertThat(folder.list("")).containsExactly(".lock-000004");
      }
      assertThat(folder.list("")).isEmpty();
    }
  }

  /** One sign of life is enough, however seldom. */
  @Test
  void aLockThatIsRenewedIsNotTaken() throws IOException {
    put(".lock-000001", "1@host id 1");
    var alive = Executors.newSingleThreadScheduledExecutor();
    try {
      var unused =
          alive.schedule(
              () -> {
                put(".lock-000001", "1@host id 2");
                return true;
              },
              Place.TIMES.renewal().multipliedBy(3).toMillis(),
              TimeUnit.MILLISECONDS);
      assertThat(storage().claim()).isEmpty();
    } finally {
      alive.shutdownNow();
    }
  }

  @Test
  void whatWasTakenOverIsNotWrittenToAnyMore() throws Exception {
    HadoopStorage slow = storage();
    try (Storage.Claim claim = slow.claim().orElseThrow();
        var lines = slow.lines(RunFolder.JOURNAL).begin("first\n".getBytes(UTF_8))) {
      assertThat(claim).isNotNull();
      put(".lock-000002", "2@other id 0");
      TimeUnit.NANOSECONDS.sleep(Place.TIMES.renewal().multipliedBy(3).toNanos());

      String said = " has been taken over by another driver, because this one gave no sign of life";
      assertThatThrownBy(() -> lines.append("second\n".getBytes(UTF_8)))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(slow.location() + said);
      assertThatThrownBy(() -> slow.replace("leaderboard.csv", new byte[1]))
          .hasMessageContaining(said);
      assertThatThrownBy(() -> slow.delete("journal-000001.jsonl")).hasMessageContaining(said);
    }
    assertThat(folder.list(""))
        .containsExactly(".lock-000001", ".lock-000002", "journal-000001.jsonl");
  }

  @Test
  void oneWhoseLockWasDeletedStopsToo() throws Exception {
    HadoopStorage robbed = storage();
    try (Storage.Claim claim = robbed.claim().orElseThrow()) {
      assertThat(claim).isNotNull();
      folder.delete(".lock-000001");
      TimeUnit.NANOSECONDS.sleep(Place.TIMES.renewal().multipliedBy(3).toNanos());

      assertThatThrownBy(() -> robbed.replace("leaderboard.csv", new byte[1]))
          .hasMessageContaining("somebody deleted .lock-000001");
    }
  }
}
