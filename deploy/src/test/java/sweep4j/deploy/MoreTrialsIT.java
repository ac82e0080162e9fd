package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that goes on with more trials, or with other limits, than it began with. */
class MoreTrialsIT {

  private static Command.Ended run(String sweep, Path out, String... more) throws Exception {
    return Command.run(
        Command.launcher(
            Stream.concat(
                    Stream.of(
                        "run",
                        "sweeps/" + sweep + ".yaml",
                        "--quiet",
                        "--set=training.max_epochs=3",
                        "--master=local[2]",
                        "--out=" + out),
                    Stream.of(more))
                .toArray(String[]::new)));
  }

  @Test
  void endsAsIfItHadBegunWithThem(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("run");
    Command.Ended first =
        run("breast-cancer-random", out, "--trials=8", "--set=limits.timeout=0.001s");
    assertThat(first.out())
        .contains("The sweep was ended by limits.timeout. To go on, change that limit")
        .contains("--resume --out " + out);
    assertThat(first.status()).as("no trial has ended").isEqualTo(1);

    Command.Ended more = run("breast-cancer-random", out, "--trials=12", "--resume");
    assertThat(more.status()).as(more.err()).isZero();
    Command.Ended yetMore = run("breast-cancer-random", out, "--trials=14", "--resume");
    assertThat(yetMore.status()).as(yetMore.err()).isZero();

    Path atOnce = folder.resolve("at-once");
    assertThat(run("breast-cancer-random", atOnce, "--trials=14").status()).isZero();
    assertThat(Rows.of(out).withoutPlacement()).isEqualTo(Rows.of(atOnce).withoutPlacement());

    Command.Ended fewer = run("breast-cancer-random", out, "--trials=3", "--resume");
    assertThat(fewer.status()).isEqualTo(2);
    assertThat(fewer.err())
        .contains("but the sweep's trials end at 2: give search.max_trials at least its old value");
  }

  @Test
  void isRefusedWhereItWouldBeAnotherSweep(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("run");
    assertThat(run("digits-coarse-to-fine", out, "--trials=9").status()).isZero();

    Command.Ended more = run("digits-coarse-to-fine", out, "--trials=18", "--resume");

    assertThat(more.status()).isEqualTo(2);
    assertThat(more.err())
        .isEqualTo(
            out
                + " has another search.max_trials, with which trial 0 would have been another one;"
                + " give search.max_trials its old value, or start a new run with another --out and"
                + " search.warm_start: "
                + out
                + "\n");
    assertThat(Rows.of(out).size()).isEqualTo(9);
  }
}
