package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prevents a cluster under {@code deploy/standalone/spark-defaults.conf} that runs the code of
 * whoever can reach it, or that shows its secret.
 */
class AuthenticatedClusterIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String SECRET = "the-secret-of-this-test-and-of-nothing-else";

  @TempDir Path folder;
  private StandaloneCluster cluster;
  private StandaloneCluster.Worker worker;

  @BeforeEach
  void startCluster() throws Exception {
    cluster = StandaloneCluster.start(folder, settings("cluster.conf", SECRET));
    worker = cluster.addWorker(2, "2g");
  }

  @AfterEach
  void stopAll() {
    cluster.close();
  }

  @Test
  void onlyWhoHasTheSecretRunsASweep() throws Exception {
    Path refused = folder.resolve("refused.log");
    Process wrong =
        cluster.start(submit(settings("wrong.conf", "not-" + SECRET), "refused"), refused);
    // A first attempt may fail in other ways.
    StandaloneCluster.awaitText(refused, "Authentication failed");
    assertThat(cluster.work())
        .satisfiesAnyOf(
            work -> assertThat(work).doesNotExist(), work -> assertThat(work).isEmptyDirectory());
    wrong.destroyForcibly().waitFor();

    Path err = folder.resolve("accepted.log");
    Process right = cluster.start(submit(folder.resolve("cluster.conf"), "accepted"), err);
    String executor = awaitExecutor(right);
    assertThat(executor).as("an executor's command line").doesNotContain(SECRET);
    assertThat(right.waitFor()).as(() -> StandaloneCluster.read(err)).isZero();

    Rows rows = Rows.of(folder.resolve("accepted"));
    assertThat(rows.column("state")).hasSize(4).containsOnly("COMPLETED");
    assertThat(rows.column("executor")).allSatisfy(each -> assertThat(each).startsWith("0@"));
    assertThat(cluster.masterLog()).content().doesNotContain(SECRET);
    assertThat(worker.log()).content().doesNotContain(SECRET);
    assertThat(err).content().doesNotContain(SECRET);
  }

  private ProcessBuilder submit(Path settings, String run) {
    return Command.sparkSubmit(
        List.of(
            "--master",
            cluster.master(),
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
        Files.readString(Command.ROOT.resolve("deploy/standalone/spark-defaults.conf"))
            + "spark.authenticate.secret "
            + secret
            + "\n");
  }

  /** The command line of an executor that the worker has started. */
  private String awaitExecutor(Process driver) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      List<ProcessHandle> executors = worker.executors();
      if (!executors.isEmpty()) {
        return StandaloneCluster.commandLine(executors.get(0));
      }
      assertThat(driver.isAlive()).as("the driver waits for an executor").isTrue();
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(50);
    }
  }
}
