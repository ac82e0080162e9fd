package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine that goes away costs the trials that ran there, and those run again. */
class LostExecutorIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void aKilledExecutorsTrialsRunAgain(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("run");
    Path err = folder.resolve("err.txt");
    // Trials of some seconds, so that one is under way when its executor dies.
    Process sweep =
        Command.launcher(
                "run",
                "sweeps/digits-random.yaml",
                "--trials=6",
                "--set=training.max_epochs=80",
                "--set=training.early_stopping=none",
                "--master=local-cluster[2,1,3000]",
                "--out=" + out)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(err.toFile())
            .start();
    try {
      waitForAnEndedTrial(out, sweep);
      ProcessHandle executor =
          ExecutorProcesses.of(sweep).stream()
              .findFirst()
              .orElseThrow(() -> new AssertionError("no executor process"));
      assertThat(executor.destroyForcibly()).isTrue();
      assertThat(sweep.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(sweep.exitValue()).as(Files.readString(err)).isZero();
    } finally {
      ExecutorProcesses.endAll(sweep);
    }

    Rows rows = Rows.of(out);
    assertThat(rows.size()).isEqualTo(6);
    assertThat(rows.column("state")).containsOnly("COMPLETED");
    assertThat(rows.column("attempts")).contains("1", "2");
    assertThat(Files.readString(out.resolve("journal.jsonl"))).contains("\"type\":\"lost\"");
    assertThat(Files.readString(err)).contains("was lost and is started again");
  }

  private static void waitForAnEndedTrial(Path out, Process sweep) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!Files.exists(out.resolve("leaderboard.csv")) || Rows.of(out).size() == 0) {
      assertThat(sweep.isAlive()).isTrue();
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(100);
    }
  }
}
