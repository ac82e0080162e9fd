package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sweeps by {@code spark-submit --master yarn} with {@code deploy/yarn/spark-defaults.conf}, and a
 * network of the user's own. Prevents executors without the class, with native threads that spin,
 * or in containers that YARN ends for their memory.
 */
class YarnIT {

  private static final Path EXAMPLE = Command.ROOT.resolve("deploy/examples/own-network");
  private static final Path SPARK_JARS = Command.ROOT.resolve("deploy/target/spark/jars");

  @TempDir static Path folder;
  private static YarnCluster yarn;
  private static Path jar;
  private static Rows onOneSlot;

  @BeforeAll
  static void startAndRunOnOneSlot() throws Exception {
    Command.Ended made =
        Command.run(new ProcessBuilder(EXAMPLE.resolve("make-jar").toString(), folder.toString()));
    assertThat(made.status()).as(made.err()).isZero();
    jar = folder.resolve("own-network.jar");
    Path out = folder.resolve("one-slot");
    Command.Ended run =
        Command.run(
            Command.launcher(
                sweep(EXAMPLE.resolve("sweep.yaml"), out, "--master=local[1]", "--jars=" + jar)));
    assertThat(run.status()).as(run.err()).isZero();
    onOneSlot = Rows.of(out);
    yarn = YarnCluster.start(folder.resolve("yarn"));
  }

  @AfterAll
  static void stop() {
    if (yarn != null) {
      yarn.close();
    }
  }

  private static String[] sweep(Path file, Path out, String... more) {
    return Stream.concat(
            Stream.of(
                "run",
                file.toString(),
                "--trials=6",
                "--set=training.max_epochs=4",
                "--out=" + out),
            Stream.of(more))
        .toArray(String[]::new);
  }

  @Test
  void theDriverHere() throws Exception {
    Path out = folder.resolve("client");
    Command.Ended run = Command.run(submit(List.of(), sweep(EXAMPLE.resolve("sweep.yaml"), out)));

    assertThat(run.status()).as(run.err()).isZero();
    assertSameOnExecutors(out);
    List<String> executors =
        yarn.ofContainers("launch_container.sh").values().stream()
            .filter(script -> script.contains("YarnCoarseGrainedExecutorBackend"))
            .toList();
    assertThat(executors)
        .isNotEmpty()
        .allSatisfy(
            script ->
                assertThat(script)
                    .contains("export OMP_NUM_THREADS=\"1\"")
                    .contains("-XX:+UseParallelGC", "--add-opens=java.base/java.nio=ALL-UNNAMED")
                    .doesNotContain("SECRET"));
  }

  @Test
  void theDriverInAContainer() throws Exception {
    Path out = folder.resolve("cluster");
    Command.Ended run =
        Command.run(
            submit(List.of("--deploy-mode", "cluster"), sweep(EXAMPLE.resolve("sweep.yaml"), out)));

    assertThat(run.status()).as(() -> run.err() + containersSaid()).isZero();
    assertSameOnExecutors(out);
    assertThat(yarn.ofContainers("stdout").values())
        .anySatisfy(said -> assertThat(said).contains("best model: " + out.resolve("best")));
  }

  /** The sweep file comes along, but the data that it names lie on another machine. */
  @Test
  void aDriverInAContainerWithoutItsDataSaysSoOnce() throws Exception {
    Path out = folder.resolve("without-data");
    Command.Ended run =
        Command.run(
            submit(
                List.of(
                    "--deploy-mode",
                    "cluster",
                    "--files",
                    Command.ROOT.resolve("sweeps/digits-random.yaml").toString()),
                sweep(Path.of("digits-random.yaml"), out)));

    assertThat(run.status()).isEqualTo(1);
    assertThat(out).doesNotExist();
    assertThat(yarn.ofContainers("stderr").values().stream().filter(YarnIT::missesData))
        .as("attempts of the driver")
        .hasSize(1);
  }

  private static boolean missesData(String said) {
    return said.contains("data/digits.csv: it does not exist. Check the path.");
  }

  private static void assertSameOnExecutors(Path out) throws Exception {
    Rows rows = Rows.of(out);
    assertThat(rows.column("executor")).allSatisfy(each -> assertThat(each).matches("\\d+@.*"));
    assertThat(rows.withoutPlacement()).isEqualTo(onOneSlot.withoutPlacement());
  }

  private static String containersSaid() {
    try {
      return yarn.ofContainers("stderr").toString();
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** As an installation of Spark does that knows YARN. */
  private static ProcessBuilder submit(List<String> options, String... arguments) {
    String yarnJar = jarOfYarn();
    var all =
        new ArrayList<>(
            List.of(
                "--master",
                "yarn",
                "--properties-file",
                Command.ROOT.resolve("deploy/yarn/spark-defaults.conf").toString(),
                "--jars",
                jar.toString(),
                "--conf",
                "spark.yarn.jars=local:%s/*,local:%s".formatted(SPARK_JARS, yarnJar),
                "--conf",
                "spark.yarn.stagingDir=" + folder.resolve("staging")));
    all.addAll(options);
    ProcessBuilder submit = Command.sparkSubmit(all, arguments);
    List<String> command = submit.command();
    int path = command.indexOf("-cp") + 1;
    command.set(
        path,
        String.join(
            File.pathSeparator, yarn.configuration().toString(), yarnJar, command.get(path)));
    submit.environment().put("HADOOP_CONF_DIR", yarn.configuration().toString());
    return submit;
  }

  private static String jarOfYarn() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(each -> each.contains("spark-yarn_"))
        .findFirst()
        .orElseThrow();
  }
}
