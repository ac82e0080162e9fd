package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trials and a refit whose workers are spread over executor processes: networks that cannot be sent
 * there, or averages that depend on who ends first, show only here.
 */
class DataParallelIT {

  private static Rows run(String master, Path out) throws Exception {
    Command.Ended ended =
        Command.run(
            Command.launcher(
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
    assertThat(ended.status()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("refit, data_parallel (3 workers) ");
    return Rows.of(out);
  }

  @Test
  void twoProcessesGiveWhatOneSlotGives(@TempDir Path folder) throws Exception {
    Path alone = folder.resolve("alone");
    Path spread = folder.resolve("spread");

    Rows rows = run("local[1]", alone);

    assertThat(rows.column("state")).containsOnly("COMPLETED");
    assertThat(run("local-cluster[2,1,1500]", spread).withoutPlacement())
        .isEqualTo(rows.withoutPlacement());
    for (String model : new String[] {"best/model.zip", "refit/model.zip"}) {
      assertThat(spread.resolve(model)).hasSameBinaryContentAs(alone.resolve(model));
    }
  }
}
