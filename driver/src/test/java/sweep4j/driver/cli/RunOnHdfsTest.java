package sweep4j.driver.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.driver.hadoop.HadoopStorage;
import sweep4j.driver.hadoop.MiniHdfs;
import sweep4j.driver.study.RunFolder;

/** A whole run with its folder on HDFS, whose driver is killed in the middle. */
@Timeout(300)
class RunOnHdfsTest {

  private static final int TRIALS = 30;

  @Test
  void aKilledRunGoesOnToTheLeaderboardOfALocalOne(@TempDir Path folder) throws Exception {
    Example example = Example.in(folder);
    try (var hdfs = new MiniHdfs(folder.resolve("hdfs"))) {
      String out = hdfs.uri() + "/runs/tiny";
      var run = new RunFolder(HadoopStorage.at(out));
      Process driver = start(run(example, out), folder.resolve("err.txt"));
      try {
        while (ended(run) < 3) {
          assertThat(driver.isAlive()).as(Files.readString(folder.resolve("err.txt"))).isTrue();
          Thread.sleep(50);
        }
        Terminal second = Terminal.run(run(example, out, "--resume"));
        assertThat(second.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(second.err())
            .contains(out + " is in use by another run: wait for it, or choose another --out");
        assertThat(driver.isAlive()).as("the sweep is long enough to be killed").isTrue();
      } finally {
        driver.destroyForcibly().waitFor();
      }
      assertThat(ended(run)).isLessThan(TRIALS);

      Terminal resumed = Terminal.run(run(example, out, "--resume"));

      assertThat(resumed.status()).as(resumed.err()).isEqualTo(ExitStatus.SUCCESS);
      assertThat(resumed.out()).contains("best model: " + out + "/best");
      assertThat(ended(run)).as("no trial ended twice").isEqualTo(TRIALS);
      Path local = folder.resolve("local");
      assertThat(Terminal.run(run(example, local.toString())).status()).isZero();
      assertThat(Rows.of(run)).isEqualTo(Rows.of(new RunFolder(local))).hasSize(TRIALS);
      assertThat(run.storage().read("best/model.zip"))
          .isEqualTo(Files.readAllBytes(local.resolve("best/model.zip")));
      assertThat(run.storage().list("")).noneMatch(name -> name.startsWith(".lock"));
      othersReadIt(example, out);
    }
  }

  private static void othersReadIt(Example example, String out) {
    Terminal leaderboard = Terminal.run("leaderboard", out, "--top", "3");
    assertThat(leaderboard.status()).as(leaderboard.err()).isEqualTo(ExitStatus.SUCCESS);
    assertThat(leaderboard.out().lines()).hasSizeGreaterThanOrEqualTo(4);
    assertThat(Terminal.run("why", out, "--trial", "0").status()).isEqualTo(ExitStatus.SUCCESS);
    assertThat(Terminal.run("repair", out).out()).contains("No line of the journal is damaged");
    List<String> arguments = new ArrayList<>(List.of(run(example, "unused")));
    arguments.set(0, "validate");
    arguments.removeAll(List.of("--master", "local[1]", "--out", "unused", "--quiet"));
    arguments.add("--set");
    arguments.add("search={method: tpe, max_trials: 12, warm_start: '" + out + "'}");
    Terminal warm = Terminal.run(arguments.toArray(String[]::new));
    assertThat(warm.err()).isEmpty();
    assertThat(warm.out()).contains("warm start: 30 of 30 trials of " + out);
  }

  private static String[] run(Example example, String out, String... more) {
    return Stream.concat(
            Stream.of(
                "run",
                example.sweep().toString(),
                "--quiet",
                "--master",
                "local[1]",
                "--out",
                out,
                "--set",
                "search={method: random, max_trials: %d}".formatted(TRIALS),
                "--set",
                "parameters.learning_rate={distribution: log_uniform, min: 1e-3, max: 1e-1}",
                "--set",
                "training.early_stopping=none",
                "--set",
                "training.max_epochs=300"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  /** The program in a process of its own, to be killed. */
  private static Process start(String[] arguments, Path err) throws IOException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("../deploy/jvm.options").toAbsolutePath().normalize(),
                "-Dspark.ui.enabled=false",
                "-cp",
                classes,
                Sweep.class.getName()));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command);
    process.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    return process
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(err.toFile())
        .start();
  }

  /** How many records of ended trials the journal holds. */
  private static long ended(RunFolder run) throws IOException {
    long ended = 0;
    for (String file : run.journal().files()) {
      ended +=
          new String(run.storage().read(file), UTF_8)
              .lines()
              .filter(line -> line.startsWith("{\"type\":\"trial\""))
              .count();
    }
    return ended;
  }
}
