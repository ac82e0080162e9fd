package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code training.mode: data_parallel} in real sweeps on Spark. */
class ParallelTrialsTest {

  private static final String[] PARALLEL = {
    "--set", "training.mode=data_parallel",
    "--set", "training.workers=2",
    "--set", "training.averaging_frequency=2"
  };

  private static Terminal run(Example example, String master, Path out, String... more) {
    var arguments = new ArrayList<>(List.of("run", example.sweep().toString()));
    arguments.addAll(List.of("--master", master, "--out", out.toString()));
    arguments.addAll(List.of(PARALLEL));
    arguments.addAll(List.of(more));
    return Terminal.run(arguments.toArray(String[]::new));
  }

  /** A learning rate of a million diverges here as it does elsewhere. */
  @Test
  void theSameLeaderboardAtAnyNumberOfSlots(@TempDir Path folder) throws IOException {
    Example example = Example.in(folder);
    for (String slots : List.of("1", "2", "4")) {
      Terminal terminal = run(example, "local[" + slots + "]", folder.resolve(slots));
      assertThat(terminal.status()).as(terminal.err()).isZero();
      assertThat(terminal.out()).contains("training: each trial data_parallel with 2 workers");
    }

    List<String> one = rows(folder.resolve("1"));
    assertThat(one.toString()).contains("COMPLETED", "DIVERGED", "2 workers");
    assertThat(rows(folder.resolve("2"))).isEqualTo(one);
    assertThat(rows(folder.resolve("4"))).isEqualTo(one);
    assertThat(folder.resolve("1/best/model.zip"))
        .hasSameBinaryContentAs(folder.resolve("4/best/model.zip"));
  }

  /** Steps or moments that got lost at a rung would make another trial of it. */
  @Test
  void aTrialThatPausedIsTheOneThatDidNot(@TempDir Path folder) throws IOException {
    Example example = Example.in(folder);
    Example.edit(example.sweep(), "[1.0e-2, 1.0e+6]", "[1.0e-2, 2.0e-2, 5.0e-3]");
    String pruner =
        "search.pruner={method: successive_halving, reduction_factor: 3, bracket_trials: 3}";

    Terminal pruned = run(example, "local[2]", folder.resolve("pruned"), "--set", pruner);
    Terminal whole = run(example, "local[2]", folder.resolve("whole"));

    assertThat(pruned.status()).as(pruned.err()).isZero();
    assertThat(whole.status()).as(whole.err()).isZero();
    List<String> completed =
        rows(folder.resolve("pruned")).stream().filter(row -> row.contains(",COMPLETED,")).toList();
    assertThat(completed).hasSize(2);
    assertThat(measured(folder.resolve("whole"))).containsAll(measured(folder.resolve("pruned")));
  }

  @Test
  void aRunThatWasKilledGoesOnToTheSameRows(@TempDir Path folder) throws IOException {
    Example example = Example.in(folder);
    Path out = folder.resolve("run");
    assertThat(run(example, "local[2]", out).status()).isZero();
    List<String> rows = rows(out);
    List<String> journal = Files.readAllLines(out.resolve("journal.jsonl"));
    Files.write(out.resolve("journal.jsonl"), journal.subList(0, 2));

    Terminal again = run(example, "local[2]", out, "--resume");

    assertThat(again.status()).as(again.err()).isZero();
    assertThat(rows(out)).isEqualTo(rows);
  }

  @Test
  void aTrialComesOutTheSameAgain(@TempDir Path folder) throws IOException {
    Example example = Example.in(folder);
    Path out = folder.resolve("run");
    assertThat(run(example, "local[2]", out).status()).isZero();

    for (String trial : List.of("0", "1")) {
      Terminal terminal = Terminal.run("reproduce", out.toString(), "--trial", trial);

      assertThat(terminal.status()).as(terminal.out() + terminal.err()).isZero();
      assertThat(terminal.out()).endsWith(" are the same, bit for bit.\n");
    }
  }

  /** What was measured of the trials that completed, by their numbers. */
  private static List<String> measured(Path run) throws IOException {
    return cells(run, "trial", "state", "objective", "training_loss", "best_epoch", "epochs")
        .filter(row -> row.contains("COMPLETED"))
        .toList();
  }

  /** The leaderboard without what tells when a trial ran and how fast. */
  private static List<String> rows(Path run) throws IOException {
    String head = Files.readAllLines(run.resolve("leaderboard.csv")).get(0);
    return cells(
            run,
            Stream.of(head.split(","))
                .filter(name -> !List.of("started", "seconds").contains(name))
                .toArray(String[]::new))
        .toList();
  }

  private static Stream<String> cells(Path run, String... names) throws IOException {
    List<String> lines = Files.readAllLines(run.resolve("leaderboard.csv"));
    List<String> head = List.of(lines.get(0).split(","));
    return lines.stream()
        .skip(1)
        .map(
            line -> {
              String[] cells = line.split(",", -1);
              return String.join(
                  ",", Stream.of(names).map(name -> cells[head.indexOf(name)]).toList());
            });
  }
}
