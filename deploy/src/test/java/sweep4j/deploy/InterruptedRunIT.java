package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that is stopped in the middle, and goes on as if it had not been. */
class InterruptedRunIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** A sweep that takes long enough to be stopped in its midst. */
  private enum Example {
    RANDOM("sweeps/breast-cancer-random.yaml", 12, 15),
    HYPERBAND("sweeps/digits-hyperband.yaml", 17, 9);

    private final String file;
    private final int trials;
    private final int maxEpochs;

    Example(String file, int trials, int maxEpochs) {
      this.file = file;
      this.trials = trials;
      this.maxEpochs = maxEpochs;
    }

    String[] run(Path out, String... more) {
      return Stream.concat(
              Stream.of(
                  "run",
                  file,
                  "--trials=" + trials,
                  "--set=training.max_epochs=" + maxEpochs,
                  "--set=training.early_stopping=none",
                  "--master=local[2]",
                  "--out=" + out),
              Stream.of(more))
          .toArray(String[]::new);
    }
  }

  /** 130 is for both ways to be asked to stop; a kill asks nobody, and the system says 137. */
  @ParameterizedTest
  @CsvSource({
    "RANDOM, INT, 130, Interrupted.",
    "RANDOM, TERM, 130, Interrupted.",
    "RANDOM, KILL, 137, ''",
    "HYPERBAND, KILL, 137, ''"
  })
  void resumesToTheSameLeaderboard(
      Example sweep, String signal, int status, String said, @TempDir Path folder)
      throws Exception {
    Path out = folder.resolve("stopped");
    Path err = folder.resolve("err.txt");
    Process run =
        Command.launcher(sweep.run(out))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(err.toFile())
            .start();
    try {
      Instant end = Instant.now().plus(PATIENCE);
      while (!Files.exists(out.resolve("leaderboard.csv")) || Rows.of(out).size() < 2) {
        assertThat(run.isAlive()).as(Files.readString(err)).isTrue();
        assertThat(Instant.now()).isBefore(end);
        Thread.sleep(50);
      }
      // The launcher became the program, so its process is the program's.
      new ProcessBuilder("kill", "-" + signal, String.valueOf(run.pid())).start().waitFor();
      assertThat(run.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(run.exitValue()).as(Files.readString(err)).isEqualTo(status);
    } finally {
      run.destroyForcibly();
    }
    assertThat(Files.readString(err)).contains(said).doesNotContain("\tat ");
    int before = Rows.of(out).size();
    assertThat(before).isLessThan(sweep.trials);

    Command.Ended resumed = Command.run(Command.launcher(sweep.run(out, "--resume")));
    assertThat(resumed.status()).as(resumed.err()).isZero();
    Path undisturbed = folder.resolve("undisturbed");
    assertThat(Command.run(Command.launcher(sweep.run(undisturbed))).status()).isZero();

    assertThat(Rows.of(out).withoutPlacement()).isEqualTo(Rows.of(undisturbed).withoutPlacement());
    assertThat(Files.mismatch(out.resolve("best/model.zip"), undisturbed.resolve("best/model.zip")))
        .as("the best models are the same, byte for byte")
        .isEqualTo(-1);
    long ended =
        Files.readAllLines(out.resolve("journal.jsonl")).stream()
            .filter(line -> line.startsWith("{\"type\":\"trial\""))
            .count();
    assertThat(ended).as("no trial ended twice").isEqualTo(sweep.trials);
  }
}
