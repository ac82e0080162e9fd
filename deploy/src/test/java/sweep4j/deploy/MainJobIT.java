package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's main job, and what it promises. */
class MainJobIT {

  @Test
  void digitsFromCoarseToFine(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("run");
    Command.Ended ended =
        Command.run(
            Command.launcher("run", "sweeps/digits-coarse-to-fine.yaml", "--out", out.toString()));

    assertThat(ended.status()).as(ended.err()).isZero();
    Rows rows = Rows.of(out);
    assertThat(rows.size()).isEqualTo(48);
    assertThat(rows.best("validation_accuracy")).isGreaterThanOrEqualTo(0.97);

    Matcher test = Pattern.compile("test accuracy: (\\d\\.\\d+)").matcher(ended.out());
    assertThat(test.find()).as(ended.out()).isTrue();
    assertThat(Double.parseDouble(test.group(1))).isGreaterThan(0.94);
    assertThat(test.find()).as("the test split is scored once").isFalse();
    assertThat(ended.out()).contains(out.resolve("leaderboard.csv").toString());

    assertThat(ended.err())
        .contains("round 1", "round 2", "round 3", "48/48 done")
        .contains("learning_rate 1.0E-5..0.1 -> ")
        .doesNotContain("\r", "\u001b", "ERROR", "Exception");
    for (String file : new String[] {"journal.jsonl", "sweep.yaml", "best/model.zip"}) {
      assertThat(Files.size(out.resolve(file))).as(file).isPositive();
    }
  }

  @Test
  void badInputEndsWithStatus2AndOneMessage(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("run");
    Command.Ended ended =
        Command.run(
            Command.launcher(
                "run", "sweeps/digits-random.yaml", "--set=data.label=digit", "--out=" + out));
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains("digits.csv", "digit").doesNotContain("\tat ");
    assertThat(ended.out()).isEmpty();
    assertThat(out).doesNotExist();
  }
}
