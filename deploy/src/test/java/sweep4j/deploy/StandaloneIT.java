package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.deploy.sabotage.Saboteur;

/**
 * The cluster that {@code deploy/standalone/cluster} composes, with the settings that we ship, as a
 * user composes it. Prevents a leaderboard that depends on the workers that came and went.
 */
class StandaloneIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int TRIALS = 12;

  /** The first trial waits for a file, and no other one does. */
  private static final String SWEEP =
      """
      name: workers-come-and-go
      seed: 7
      data: {format: csv, path: %s, label: diagnosis, task: classification, validation: 0.2, test: 0.2}
      model: {type: class, factory: sweep4j.deploy.sabotage.Saboteur}
      training: {max_epochs: 5, batch_size: 32}
      search: {method: random, max_trials: %d, try_first: [{custom.way: waits}]}
      parameters:
        custom.way: {values: [sound, waits], weights: [1000, 1]}
        learning_rate: {distribution: log_uniform, min: 1.0e-4, max: 1.0e-1}
      """;

  @TempDir Path folder;

  @AfterEach
  void stop() throws Exception {
    Command.run(cluster("stop"));
  }

  @Test
  void workersThatComeAndGoLeaveTheLeaderboardAsItIs() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("sweep.yaml"),
            SWEEP.formatted(Command.ROOT.resolve("sweeps/data/breast_cancer.csv"), TRIALS));
    String jars = "--jars=" + BadTrialsIT.jar(folder);
    Path alone = folder.resolve("alone");
    Command.Ended onOneSlot =
        Command.run(
            Command.launcher("run", file.toString(), jars, "--master=local[1]", "--out=" + alone));
    assertThat(onOneSlot.status()).as(onOneSlot.err()).isZero();

    String master = startCluster();
    Path gate = folder.resolve("gate");
    Files.writeString(
        settings(),
        "spark.executorEnv.%s %s%n".formatted(Saboteur.GATE, gate),
        StandardOpenOption.APPEND);
    Path out = folder.resolve("run");
    Path said = folder.resolve("said.txt");
    ProcessBuilder launcher =
        Command.launcher("run", file.toString(), jars, "--master", master, "--out=" + out);
    launcher.environment().put("SPARK_CONF_DIR", home().resolve("conf").toString());
    Process sweep = launcher.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      // Its one slot is taken by the trial that waits, until another worker comes.
      StandaloneCluster.awaitText(said, "round 1");
      join(master);
      StandaloneCluster.awaitText(out.resolve("journal.jsonl"), "\"executor\":\"1@");
      kill("worker-1");
      StandaloneCluster.awaitText(out.resolve("journal.jsonl"), "\"type\":\"lost\"");
      Files.createFile(gate);
      assertThat(sweep.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(sweep.exitValue()).as(() -> StandaloneCluster.read(said)).isZero();
    } finally {
      sweep.destroyForcibly();
    }

    Rows rows = Rows.of(out);
    assertThat(rows.withoutPlacement()).isEqualTo(Rows.of(alone).withoutPlacement());
    assertThat(rows.column("state")).hasSize(TRIALS).containsOnly("COMPLETED");
    // What ran on the killed worker, and nothing else.
    for (Map<String, String> row : rows.rows()) {
      assertThat(row.get("attempts"))
          .isEqualTo(row.getOrDefault("custom.way", "").equals("waits") ? "2" : "1");
    }
    assertThat(rows.column("custom.way")).containsOnlyOnce("waits");
    assertThat(rows.column("executor")).allSatisfy(each -> assertThat(each).startsWith("1@"));

    assertStopsAll();
  }

  private String startCluster() throws Exception {
    String port = freePort();
    Command.Ended started =
        Command.run(cluster("start", "--port", port, "--cores", "1", "--memory", "1500m"));
    assertThat(started.status()).as(started.err()).isZero();
    String master = "spark://127.0.0.1:" + port;
    assertThat(started.out())
        .contains("SPARK_CONF_DIR='%s'".formatted(home().resolve("conf")))
        .contains("--master " + master);
    assertThat(Files.getPosixFilePermissions(settings()))
        .isEqualTo(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    return master;
  }

  private void join(String master) throws Exception {
    Command.Ended joined =
        Command.run(cluster("join", master, "--cores", "1", "--memory", "1500m"));
    assertThat(joined.status()).as(joined.err()).isZero();
  }

  private void assertStopsAll() throws Exception {
    List<Long> processes = List.of(pid("master"), pid("worker-2"));
    assertThat(Command.run(cluster("status")).out())
        .contains("worker-1 has ended", "worker-2 runs", "master runs");
    Command.Ended stopped = Command.run(cluster("stop"));
    assertThat(stopped.status()).as(stopped.err()).isZero();
    assertThat(processes)
        .allSatisfy(
            pid ->
                assertThat(StandaloneCluster.read(Path.of("/proc", "" + pid, "cmdline")))
                    .doesNotContain("org.apache.spark"));
    assertThat(Command.run(cluster("status")).out()).contains("nothing runs here");
  }

  @Test
  void noWorkerStartsWithoutTheSecretOrWithOneThatOthersCanRead() throws Exception {
    Command.Ended without = Command.run(cluster("join", "spark://127.0.0.1:1"));
    assertThat(without.status()).as(without.err()).isEqualTo(2);
    assertThat(without.err()).contains("copy the folder conf from the master's machine");

    Path conf = Files.createDirectories(home().resolve("conf")).resolve("spark-defaults.conf");
    Files.writeString(conf, "spark.authenticate.secret of-this-test\n");
    Files.setPosixFilePermissions(conf, PosixFilePermissions.fromString("rw-r-----"));
    Command.Ended open = Command.run(cluster("join", "spark://127.0.0.1:1"));
    assertThat(open.status()).as(open.err()).isEqualTo(2);
    assertThat(open.err()).contains("others can read " + conf, "chmod 600");

    Command.Ended odd = Command.run(cluster("start", "--workers", "two"));
    assertThat(odd.status()).isEqualTo(2);
    assertThat(odd.err()).contains("--workers must be a whole number, but is 'two'");
  }

  private ProcessBuilder cluster(String... arguments) {
    var command =
        new ArrayList<>(List.of(Command.ROOT.resolve("deploy/standalone/cluster").toString()));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).directory(folder.toFile());
    process.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
    process.environment().put("SWEEP_CLUSTER", home().toString());
    return process;
  }

  private Path home() {
    return folder.resolve("cluster");
  }

  private Path settings() {
    return home().resolve("conf/spark-defaults.conf");
  }

  private static String freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Integer.toString(socket.getLocalPort());
    }
  }

  /** As if the machine went away: its executors with it. */
  private void kill(String worker) throws IOException {
    ProcessHandle process = ProcessHandle.of(pid(worker)).orElseThrow();
    List<ProcessHandle> executors = process.descendants().toList();
    assertThat(executors).isNotEmpty();
    process.destroyForcibly();
    executors.forEach(ProcessHandle::destroyForcibly);
  }

  private long pid(String name) throws IOException {
    return Long.parseLong(Files.readString(home().resolve("run/" + name + ".pid")).strip());
  }
}
