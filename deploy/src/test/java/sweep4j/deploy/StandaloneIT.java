package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The cluster that {@code deploy/standalone/cluster} composes, with the settings that we ship, as a
 * user composes it. Prevents a leaderboard that depends on the workers that came and went.
 */
class StandaloneIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int TRIALS = 40;

  @TempDir Path folder;

  @AfterEach
  void stop() throws Exception {
    Command.run(cluster("stop"));
  }

  @Test
  void workersThatComeAndGoLeaveTheLeaderboardAsItIs() throws Exception {
    Path alone = folder.resolve("alone");
    Command.Ended onOneSlot = Command.run(Command.launcher(sweep(alone, "--master=local[1]")));
    assertThat(onOneSlot.status()).as(onOneSlot.err()).isZero();

    String port = freePort();
    Command.Ended started =
        Command.run(cluster("start", "--port", port, "--cores", "1", "--memory", "1500m"));
    assertThat(started.status()).as(started.err()).isZero();
    assertThat(started.out()).contains("SPARK_CONF_DIR='%s'".formatted(home().resolve("conf")));
    assertThat(Files.getPosixFilePermissions(home().resolve("conf/spark-defaults.conf")))
        .isEqualTo(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    String master = "spark://127.0.0.1:" + port;

    Path out = folder.resolve("run");
    Path err = folder.resolve("err.txt");
    ProcessBuilder launcher = Command.launcher(sweep(out, "--master", master));
    launcher.environment().put("SPARK_CONF_DIR", home().resolve("conf").toString());
    Process sweep = launcher.redirectErrorStream(true).redirectOutput(err.toFile()).start();
    try {
      awaitTrialOf(0, out, sweep, err);
      Command.Ended joined =
          Command.run(cluster("join", master, "--cores", "1", "--memory", "1500m"));
      assertThat(joined.status()).as(joined.err()).isZero();
      // The new worker trains too, long before the sweep has ended.
      awaitTrialOf(1, out, sweep, err);
      kill("worker-1");
      assertThat(sweep.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(sweep.exitValue()).as(() -> StandaloneCluster.read(err)).isZero();
    } finally {
      sweep.descendants().forEach(ProcessHandle::destroyForcibly);
      sweep.destroyForcibly();
    }

    Rows rows = Rows.of(out);
    assertThat(rows.withoutPlacement()).isEqualTo(Rows.of(alone).withoutPlacement());
    assertThat(rows.size()).isEqualTo(TRIALS);
    // What ran on the killed worker, one trial on its one core, and nothing else.
    assertThat(rows.column("attempts").stream().filter(each -> !each.equals("1")).toList())
        .isEqualTo(List.of("2"));

    List<Long> processes = processes();
    assertThat(processes).isNotEmpty();
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

  private static String[] sweep(Path out, String... more) {
    return Stream.concat(
            Stream.of(
                "run",
                "sweeps/digits-random.yaml",
                "--trials=" + TRIALS,
                // Long enough for workers to come and go in the midst of them.
                "--set=training.max_epochs=60",
                "--set=training.early_stopping=none",
                "--out=" + out),
            Stream.of(more))
        .toArray(String[]::new);
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

  private static String freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Integer.toString(socket.getLocalPort());
    }
  }

  /** Waits until a trial has ended on an executor. The leaderboard is not written each time. */
  private static void awaitTrialOf(int executor, Path out, Process sweep, Path err)
      throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String text = "\"executor\":\"" + executor + "@";
    while (!StandaloneCluster.read(out.resolve("journal.jsonl")).contains(text)) {
      assertThat(sweep.isAlive()).as(() -> StandaloneCluster.read(err)).isTrue();
      assertThat(System.nanoTime()).as(() -> StandaloneCluster.read(err)).isLessThan(end);
      Thread.sleep(100);
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

  private List<Long> processes() throws IOException {
    return List.of(pid("master"), pid("worker-2"));
  }
}
