package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prevents a cluster under {@code deploy/spark-defaults.conf} that runs the code of whoever can
 * reach it, or that shows its secret.
 */
class AuthenticatedClusterIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String SECRET = "the-secret-of-this-test-and-of-nothing-else";

  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();
  private String master = "";
  private Process worker;

  @BeforeEach
  void startCluster() throws Exception {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    master = "spark://127.0.0.1:" + port;
    String settings = settings("cluster.conf", SECRET).toString();

    Path log = folder.resolve("master.log");
    start(daemon("org.apache.spark.deploy.master.Master", "--port " + port, settings), log);
    awaitText(log, "I have been elected leader");
    Path workerLog = folder.resolve("worker.log");
    String resources =
        "--cores 2 --memory 2g --work-dir %s %s".formatted(folder.resolve("work"), master);
    worker = start(daemon("org.apache.spark.deploy.worker.Worker", resources, settings), workerLog);
    awaitText(workerLog, "Successfully registered with master");
  }

  private static ProcessBuilder daemon(String mainClass, String options, String settings) {
    String all = "--host 127.0.0.1 --webui-port 0 --properties-file " + settings + " " + options;
    return Command.spark(mainClass, List.of(all.split(" ", -1)));
  }

  @AfterEach
  void stopAll() throws Exception {
    for (Process each : started) {
      each.descendants().forEach(ProcessHandle::destroyForcibly);
      each.destroyForcibly().waitFor();
    }
  }

  @Test
  void onlyWhoHasTheSecretRunsASweep() throws Exception {
    Path refused = folder.resolve("refused.log");
    Process wrong = start(submit(settings("wrong.conf", "not-" + SECRET), "refused"), refused);
    awaitText(refused, "Failed to connect to master");
    assertThat(refused).content().contains("Authentication failed");
    assertThat(folder.resolve("work"))
        .satisfiesAnyOf(
            work -> assertThat(work).doesNotExist(), work -> assertThat(work).isEmptyDirectory());
    wrong.destroyForcibly().waitFor();

    Path err = folder.resolve("accepted.log");
    Process right = start(submit(folder.resolve("cluster.conf"), "accepted"), err);
    String executor = awaitExecutor(right);
    assertThat(executor).as("an executor's command line").doesNotContain(SECRET);
    assertThat(right.waitFor()).as(() -> read(err)).isZero();

    Rows rows = Rows.of(folder.resolve("accepted"));
    assertThat(rows.column("state")).hasSize(4).containsOnly("COMPLETED");
    assertThat(rows.column("executor")).allSatisfy(each -> assertThat(each).startsWith("0@"));
    assertThat(folder.resolve("master.log")).content().doesNotContain(SECRET);
    assertThat(folder.resolve("worker.log")).content().doesNotContain(SECRET);
    assertThat(err).content().doesNotContain(SECRET);
  }

  private ProcessBuilder submit(Path settings, String run) {
    return Command.sparkSubmit(
        List.of(
            "--master",
            master,
            "--properties-file",
            settings.toString(),
            "--conf",
            "spark.executor.memory=1g"),
        "run",
        "sweeps/digits-random.yaml",
        "--trials=4",
        "--set=training.max_epochs=3",
        "--out=" + folder.resolve(run));
  }

  /** What we ship, with a secret as deploy/security.md says. */
  private Path settings(String name, String secret) throws Exception {
    Path file = folder.resolve(name);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(
        file,
        Files.readString(Command.ROOT.resolve("deploy/spark-defaults.conf"))
            + "spark.authenticate.secret "
            + secret
            + "\n");
  }

  private Process start(ProcessBuilder command, Path log) throws Exception {
    Process process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    started.add(process);
    return process;
  }

  /** The command line of an executor that the worker has started. */
  private String awaitExecutor(Process driver) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      // The handle's own commandLine() has a limit.
      for (ProcessHandle each : worker.descendants().toList()) {
        String line = commandLine(each);
        if (line.contains("CoarseGrainedExecutorBackend")) {
          return line;
        }
      }
      assertThat(driver.isAlive()).as("the driver waits for an executor").isTrue();
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(50);
    }
  }

  private static String commandLine(ProcessHandle process) {
    return read(Path.of("/proc", Long.toString(process.pid()), "cmdline")).replace('\0', ' ');
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  private static void awaitText(Path log, String text) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!read(log).contains(text)) {
      assertThat(System.nanoTime()).as(() -> read(log)).isLessThan(end);
      Thread.sleep(100);
    }
  }
}
