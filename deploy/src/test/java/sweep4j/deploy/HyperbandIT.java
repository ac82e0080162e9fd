package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pruned sweep with real trainings and real processes. */
class HyperbandIT {

  @TempDir static Path folder;
  private static Path pruned;

  private static String[] sweep(Path out, String... more) {
    return Stream.concat(
            Stream.of(
                "run",
                "sweeps/digits-hyperband.yaml",
                "--trials=22",
                "--set=training.max_epochs=9",
                "--out=" + out),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private static Path run(String name, String... more) throws Exception {
    Path out = folder.resolve(name);
    Command.Ended ended = Command.run(Command.launcher(sweep(out, more)));
    assertThat(ended.status()).as(ended.err()).isZero();
    return out;
  }

  @BeforeAll
  static void runOnOneSlot() throws Exception {
    pruned = run("one-slot", "--master=local[1]");
    assertThat(Rows.of(pruned).column("state")).contains("COMPLETED", "PRUNED");
  }

  @Test
  void aClusterGivesTheSameLeaderboard() throws Exception {
    Path out = run("cluster", "--master=local-cluster[2,1,3000]");
    assertThat(Rows.of(out).withoutPlacement()).isEqualTo(Rows.of(pruned).withoutPlacement());
  }

  /**
   * A survivor that was not the trial it would have been without pauses, or that paid for more or
   * fewer epochs than it reports, would make every comparison with whole trainings worthless.
   */
  @Test
  void survivorsAreTheTrialsOfAWholeSweep() throws Exception {
    Path out = run("whole", "--master=local[2]", "--set=search.pruner=none");
    List<Map<String, String>> whole = Rows.of(out).withoutPlacement();
    List<Map<String, String>> survivors =
        Rows.of(pruned).withoutPlacement().stream()
            .filter(row -> "COMPLETED".equals(row.get("state")))
            .toList();
    assertThat(survivors).isNotEmpty();
    for (Map<String, String> survivor : survivors) {
      survivor.remove("rank");
      assertThat(whole).anySatisfy(row -> assertThat(row).containsAllEntriesOf(survivor));
    }
  }

  @ParameterizedTest
  @CsvSource({"PRUNED, was pruned after", "COMPLETED, trained for all of its 9 epochs"})
  void aTrialCanBeAccountedFor(String state, String said) throws Exception {
    Map<String, String> row =
        Rows.of(pruned).withoutPlacement().stream()
            .filter(each -> state.equals(each.get("state")))
            .findFirst()
            .orElseThrow();

    Command.Ended why =
        Command.run(Command.launcher("why", pruned.toString(), "--trial=" + row.get("trial")));

    assertThat(why.status()).as(why.err()).isZero();
    assertThat(why.out()).startsWith("Trial " + row.get("trial") + " ").contains(said);
  }
}
