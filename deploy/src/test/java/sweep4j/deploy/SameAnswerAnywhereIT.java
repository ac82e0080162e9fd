package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One seed, one leaderboard: on one slot or two, in one process or three, however it is started.
 */
class SameAnswerAnywhereIT {

  @TempDir static Path folder;
  private static Rows onOneSlot;

  private static String[] sweep(Path out, String... more) {
    return Stream.concat(
            Stream.of(
                "run",
                "sweeps/digits-coarse-to-fine.yaml",
                "--trials=12",
                "--set=training.max_epochs=6",
                "--out=" + out),
            Stream.of(more))
        .toArray(String[]::new);
  }

  @BeforeAll
  static void runOnOneSlot() throws Exception {
    Path out = folder.resolve("one-slot");
    Command.Ended ended = Command.run(Command.launcher(sweep(out, "--master=local[1]")));
    assertThat(ended.status()).as(ended.err()).isZero();
    onOneSlot = Rows.of(out);
    assertThat(onOneSlot.size()).isEqualTo(12);
    assertThat(onOneSlot.column("state")).containsOnly("COMPLETED");
    assertThat(onOneSlot.column("round")).contains("1", "2", "3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"local[2]", "local-cluster[2,1,3000]"})
  void byTheLauncher(String master) throws Exception {
    Path out = folder.resolve("launcher-" + master);
    // Of a cluster, each executor reads the data; those of spark-submit have them sent.
    Command.Ended ended =
        Command.run(Command.launcher(sweep(out, "--master=" + master, "--set=data.delivery=read")));
    assertThat(ended.status()).as(ended.err()).isZero();
    Rows rows = Rows.of(out);
    assertThat(rows.withoutPlacement()).isEqualTo(onOneSlot.withoutPlacement());
    assertPlaces(master, rows);
  }

  @ParameterizedTest
  @ValueSource(strings = {"local[2]", "local-cluster[2,1,3000]"})
  void bySparkSubmit(String master) throws Exception {
    Path out = folder.resolve("submit-" + master);
    Command.Ended ended = Command.run(Command.sparkSubmit(master, sweep(out)));
    assertThat(ended.status()).as(ended.err()).isZero();
    Rows rows = Rows.of(out);
    assertThat(rows.withoutPlacement()).isEqualTo(onOneSlot.withoutPlacement());
    assertPlaces(master, rows);
  }

  /** Else a cluster that never got a trial would pass for one. */
  private static void assertPlaces(String master, Rows rows) {
    List<String> executors =
        new ArrayList<>(
            rows.column("executor").stream()
                .map(executor -> executor.replaceAll("@.*", ""))
                .distinct()
                .sorted()
                .toList());
    assertThat(executors)
        .isEqualTo(master.startsWith("local-cluster") ? List.of("0", "1") : List.of("driver"));
  }

  @Test
  void anotherSeedGivesAnotherLeaderboard() throws Exception {
    Path out = folder.resolve("another-seed");
    Command.Ended ended = Command.run(Command.launcher(sweep(out, "--set=seed=43")));
    assertThat(ended.status()).as(ended.err()).isZero();
    assertThat(Rows.of(out).withoutPlacement()).isNotEqualTo(onOneSlot.withoutPlacement());
  }
}
