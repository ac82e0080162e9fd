package sweep4j.deploy;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two machines with two GPUs each, which nobody has: scripts say that they are there, and Spark
 * hands out their addresses. Prevents two trials on one GPU that was each one's own, and GPUs that
 * stay idle.
 */
class GpuPlacementIT {

  private static final Pattern DEVICE = Pattern.compile("cpu \\(gpu:([0-9])\\)");

  /**
   * Between a trial's end and the next one's beginning on its GPU lie messages to the driver and
   * back. Times in the leaderboard are cut off after the millisecond.
   */
  private static final Duration ROUNDING = Duration.ofMillis(1);

  private static final Map<String, String> CARDS =
      Map.of(
          "0", "GPU 0: Tesla K20Xm, compute capability 3.5, 5.6 GiB; the cuda build has no",
          "1", "GPU 1: NVIDIA A100-SXM4-40GB, compute capability 8.0, 40.0 GiB\n",
          "2", "GPU 2: NVIDIA L4, compute capability 8.9, 22.5 GiB\n",
          "3", "GPU 3: NVIDIA H200, compute capability 9.0, 140.4 GiB; the cuda build has no");

  @TempDir static Path folder;
  private static StandaloneCluster cluster;

  @BeforeAll
  static void startCluster() throws Exception {
    executable(
        "nvidia-smi",
        """
        #!/bin/sh
        echo '0, Tesla K20Xm, 3.5, 5700 MiB'
        echo '1, NVIDIA A100-SXM4-40GB, 8.0, 40960 MiB'
        echo '2, NVIDIA L4, 8.9, 23034 MiB'
        echo '3, NVIDIA H200, 9.0, 143771 MiB'
        """);
    Path plain = Files.writeString(folder.resolve("plain.conf"), "\n");
    cluster = StandaloneCluster.start(folder, plain);
    cluster.addWorker(4, "2g", machine("one", "0", "1"));
    cluster.addWorker(4, "2g", machine("two", "2", "3"));
  }

  @AfterAll
  static void stopAll() {
    cluster.close();
  }

  private static Path executable(String name, String script) throws Exception {
    Path file = Files.writeString(folder.resolve(name), script);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A worker's settings that say which GPUs it has. */
  private static Path machine(String name, String first, String second) throws Exception {
    Path script =
        executable(
            "discover-" + name,
            "#!/bin/sh\necho '{\"name\": \"gpu\", \"addresses\": [\"%s\", \"%s\"]}'\n"
                .formatted(first, second));
    return Files.writeString(
        folder.resolve(name + ".conf"),
        "spark.worker.resource.gpu.amount 2\nspark.worker.resource.gpu.discoveryScript %s\n"
            .formatted(script));
  }

  /**
   * A trial's time on its GPU.
   *
   * @param gpu its address
   */
  private record Stay(String gpu, Instant from, Instant to) {

    static Stay of(Map<String, String> row) {
      Matcher device = DEVICE.matcher(row.getOrDefault("device", ""));
      assertThat(device.matches()).as("one address in %s", row).isTrue();
      Instant from = Instant.parse(row.getOrDefault("started", ""));
      double seconds = Double.parseDouble(row.getOrDefault("seconds", ""));
      assertThat(seconds).isPositive();
      return new Stay(device.group(1), from, from.plusNanos((long) (seconds * 1e9)));
    }

    boolean isThere(Instant moment) {
      return !moment.isBefore(from) && moment.isBefore(to.minus(ROUNDING));
    }
  }

  /** Most trials that one GPU had at once: each such moment begins with one of them. */
  private static long most(List<Stay> stays) {
    return stays.stream()
        .mapToLong(one -> stays.stream().filter(other -> other.isThere(one.from())).count())
        .max()
        .orElse(0);
  }

  private static Map<String, List<Stay>> byGpu(Rows rows) {
    return rows.rows().stream().map(Stay::of).collect(groupingBy(Stay::gpu));
  }

  @Test
  void aTrialHasItsGpuToItselfAndAllAreUsed() throws Exception {
    Path out = folder.resolve("whole");
    submit(out, "1");
    Rows rows = Rows.of(out);

    assertThat(rows.size()).isEqualTo(40);
    Map<String, List<Stay>> stays = byGpu(rows);
    assertThat(stays).containsOnlyKeys("0", "1", "2", "3");
    assertThat(stays.values()).allSatisfy(each -> assertThat(most(each)).isEqualTo(1));
    List<Stay> all = stays.values().stream().flatMap(List::stream).toList();
    assertThat(most(all)).as("at once on all four").isBetween(2L, 4L);

    Path alone = folder.resolve("alone");
    Command.Ended ended = Command.run(Command.launcher(sweep(alone, "1", "--master=local[1]")));
    assertThat(ended.status()).as(ended.err()).isZero();
    assertThat(ended.err()).contains("resources.gpu: this build computes on processors");
    Rows onOneSlot = Rows.of(alone);
    assertThat(onOneSlot.column("device")).containsOnly("cpu");
    assertThat(rows.withoutPlacement()).isEqualTo(onOneSlot.withoutPlacement());
  }

  @Test
  void twoTrialsShareAGpuByHalvesAndNeverThree() throws Exception {
    Path out = folder.resolve("halves");
    Command.Ended ended =
        submit(
            out,
            "0.5",
            "--conf",
            "spark.cores.max=4",
            "--conf",
            "spark.executorEnv.PATH=%s:%s".formatted(folder, System.getenv("PATH")));
    Rows rows = Rows.of(out);

    assertThat(rows.column("executor").stream().distinct()).hasSize(1);
    Map<String, List<Stay>> stays = byGpu(rows);
    assertThat(stays).hasSize(2);
    var most = new ArrayList<Long>();
    stays.values().forEach(each -> most.add(most(each)));
    assertThat(most).contains(2L).allMatch(each -> each <= 2);
    assertThat(ended.out())
        .as("the cards of this executor, and no others")
        .contains(stays.keySet().stream().map(CARDS::get).toList());
    assertThat(ended.out().lines().filter(line -> line.contains(": GPU "))).hasSize(2);
    assertThat(ended.out()).containsPattern("resources: a trial like the first takes [0-9.]+ MiB");
  }

  /** Spark says nothing of its own; people would wait for a trial until somebody stops them. */
  @Test
  void aRunThatNoWorkerHasTheGpusForSaysSo() throws Exception {
    Path log = folder.resolve("waiting.log");
    Process waiting =
        cluster.start(
            Command.sparkSubmit(
                List.of(
                    "--master", cluster.master(), "--conf", "spark.executor.resource.gpu.amount=3"),
                sweep(folder.resolve("waiting"), "1")),
            log);
    StandaloneCluster.awaitText(log, "No executor has come for 20 s. Is there a worker with");
    waiting.destroyForcibly().waitFor();
  }

  private static Command.Ended submit(Path out, String gpu, String... options) throws Exception {
    List<String> all =
        Stream.concat(
                Stream.of(
                    "--master",
                    cluster.master(),
                    "--conf",
                    "spark.executor.cores=4",
                    "--conf",
                    "spark.executor.memory=1g",
                    "--conf",
                    "spark.executor.resource.gpu.amount=2",
                    "--conf",
                    "spark.scheduler.minRegisteredResourcesRatio=1.0"),
                Stream.of(options))
            .toList();
    Command.Ended ended = Command.run(Command.sparkSubmit(all, sweep(out, gpu)));
    assertThat(ended.status()).as(ended.err()).isZero();
    assertThat(ended.err()).contains("resources.gpu: this build computes on processors");
    assertThat(Rows.of(out).column("state")).containsOnly("COMPLETED");
    return ended;
  }

  private static String[] sweep(Path out, String gpu, String... more) {
    return Stream.concat(
            Stream.of(
                "run",
                "sweeps/digits-gpu.yaml",
                "--trials=40",
                "--set=training.max_epochs=2",
                "--set=resources.gpu=" + gpu,
                "--out=" + out),
            Stream.of(more))
        .toArray(String[]::new);
  }
}
