package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trials and a refit whose workers are spread over executor processes: networks that cannot be sent
 * there, or averages that depend on who ends first, show only here.
 */
class DataParallelIT {

  private static final int KILLS = 3;

  @TempDir static Path folder;

  private static Path alone = Path.of("");

  private static ProcessBuilder sweep(String master, Path out, String... more) {
    var arguments =
        new ArrayList<>(
            List.of(
                "run",
                "sweeps/breast-cancer-random.yaml",
                "--trials=2",
                "--set=training.max_epochs=3",
                "--set=training.mode=data_parallel",
                "--set=training.workers=3",
                "--set=training.averaging_frequency=2",
                "--set=refit={mode: data_parallel, workers: 3, averaging_frequency: 2}",
                "--master=" + master,
                "--out=" + out));
    arguments.addAll(List.of(more));
    return Command.launcher(arguments.toArray(String[]::new));
  }

  private static void run(String master, Path out) throws Exception {
    Command.Ended ended = Command.run(sweep(master, out));
    assertThat(ended.status()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("refit, data_parallel (3 workers) ");
  }

  @BeforeAll
  static void runOnOneSlot() throws Exception {
    alone = folder.resolve("alone");
    run("local[1]", alone);
    assertThat(Rows.of(alone).column("state")).containsOnly("COMPLETED");
  }

  private static void assertSameAsOnOneSlot(Path out) throws Exception {
    assertThat(Rows.of(out).withoutPlacement()).isEqualTo(Rows.of(alone).withoutPlacement());
    for (String model : new String[] {"best/model.zip", "refit/model.zip"}) {
      assertThat(out.resolve(model)).hasSameBinaryContentAs(alone.resolve(model));
    }
  }

  @Test
  void twoProcessesGiveWhatOneSlotGives() throws Exception {
    Path spread = folder.resolve("spread");
    run("local-cluster[2,1,1500]", spread);
    assertSameAsOnOneSlot(spread);
  }

  /** A round that is begun again must not begin with half of an average. */
  @Test
  void soTheyDoWhenExecutorsAreKilled() throws Exception {
    Path out = folder.resolve("killed");
    Path err = folder.resolve("err.txt");
    Process driver =
        sweep("local-cluster[2,1,1500]", out, "--set=limits.max_attempts=100")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(err.toFile())
            .start();
    int kills = 0;
    try {
      while (!driver.waitFor(1, TimeUnit.SECONDS)) {
        List<ProcessHandle> executors = ExecutorProcesses.of(driver);
        // From its first executors on, but not so fast that none ever comes to train.
        if (kills < KILLS && executors.size() == 2 && Files.exists(out.resolve("journal.jsonl"))) {
          executors.get(kills % 2).destroyForcibly();
          kills++;
        }
      }
    } finally {
      ExecutorProcesses.endAll(driver);
    }
    assertThat(driver.exitValue()).as(Files.readString(err)).isZero();
    assertThat(kills).isEqualTo(KILLS);
    assertSameAsOnOneSlot(out);
  }
}
