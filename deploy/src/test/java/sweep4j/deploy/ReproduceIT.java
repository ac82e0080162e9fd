package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any row of a leaderboard can be had again from its number alone, in another process. */
class ReproduceIT {

  @Test
  void aRowComesOutTheSameBitForBit(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("run");
    Command.Ended run =
        Command.run(
            Command.launcher(
                "run",
                "sweeps/digits-hyperband.yaml",
                "--trials=13",
                "--set=training.max_epochs=9",
                "--set=training.gradient_norms=true",
                "--master=local[2]",
                "--out=" + out));
    assertThat(run.status()).as(run.err()).isZero();
    List<Map<String, String>> rows = Rows.of(out).rows();
    for (String state : List.of("COMPLETED", "PRUNED")) {
      Map<String, String> row =
          rows.stream().filter(each -> state.equals(each.get("state"))).findFirst().orElseThrow();

      Command.Ended again =
          Command.run(Command.launcher("reproduce", out.toString(), "--trial=" + row.get("trial")));

      assertThat(again.status()).as(again.out() + again.err()).isZero();
      assertThat(again.out())
          .contains(row.get("objective"), "learning curve", "gradient norms", "same, bit for bit.")
          .doesNotContain("DIFFERS");
    }

    Path journal = out.resolve("journal.jsonl");
    List<String> lines = Files.readAllLines(journal);
    Command.Ended none = Command.run(Command.launcher("reproduce", out.toString(), "--trial=99"));
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).isEqualTo("trial 99 has not ended in " + out + "; 13 others have\n");
    assertThat(Files.readAllLines(journal)).as("reproducing writes nothing").isEqualTo(lines);
  }
}
