package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executors that come and go while a sweep runs must not show in what it finds. */
class ElasticClusterIT {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int TRIALS = 3;

  /** Trials of some seconds, which are about as long as each other. */
  private static final List<String> SWEEP =
      List.of(
          "run",
          "sweeps/digits-random.yaml",
          "--trials=" + TRIALS,
          "--set=training.max_epochs=500",
          "--set=training.early_stopping=none",
          "--set=parameters.batch_size={value: 32}",
          "--set=parameters.hidden_units={value: 32}");

  @TempDir static Path folder;
  private static StandaloneCluster cluster;
  private static Path settings;
  private static Rows undisturbed;

  @BeforeAll
  static void startCluster() throws Exception {
    settings =
        Files.writeString(
            folder.resolve("cluster.conf"),
            """
            spark.decommission.enabled true
            spark.executor.cores 1
            spark.executor.memory 1g
            """);
    cluster = StandaloneCluster.start(folder, settings);
    undisturbed = run(Command.launcher(arguments("undisturbed", "--master=local[1]")));
    assertThat(undisturbed.column("state")).hasSize(TRIALS).containsOnly("COMPLETED");
  }

  @AfterAll
  static void stopAll() {
    cluster.close();
  }

  /** Else a trial of an hour would be lost with the machine that was given back. */
  @Test
  void aTrialOnADecommissionedWorkerGoesOnElsewhere() throws Exception {
    var workers = List.of(cluster.addWorker(2, "2500m"), cluster.addWorker(2, "2500m"));
    Path err = folder.resolve("moving.log");
    Process sweep = cluster.start(submit("moving", "spark.cores.max=2"), err);
    Path out = folder.resolve("moving");
    await(
        sweep, err, () -> Files.exists(out.resolve("leaderboard.csv")) && Rows.of(out).size() > 0);

    // The executor of the trial that has ended has just begun another.
    String executor = Rows.of(out).column("executor").get(0);
    String option = "--executor-id " + executor.substring(0, executor.indexOf('@')) + " ";
    StandaloneCluster.Worker leaving =
        workers.stream()
            .filter(each -> commandLines(each.executors()).contains(option))
            .findFirst()
            .orElseThrow();
    leaving.decommission();
    await(sweep, err, () -> !sweep.isAlive());

    assertThat(sweep.exitValue()).as(StandaloneCluster.read(err)).isZero();
    Rows rows = Rows.of(out);
    assertThat(rows.withoutPlacement()).isEqualTo(undisturbed.withoutPlacement());
    assertThat(rows.column("attempts")).containsOnly("1");
    assertThat(rows.column("executor"))
        .as(StandaloneCluster.read(err))
        .anySatisfy(places -> assertThat(places).startsWith(executor + ", "));
    assertThat(StandaloneCluster.read(err)).contains("goes on elsewhere after epoch");
    workers.forEach(StandaloneCluster.Worker::kill);
  }

  /** A cluster that is shared must be asked for no more than there is to do, and for no less. */
  @Test
  void aSweepGrowsAndShrinksWithDynamicAllocation() throws Exception {
    cluster.addWorker(2, "2500m");
    assertThat(cluster.executors()).as("executors before there is a sweep").isEmpty();
    Path err = folder.resolve("dynamic.log");
    Process sweep =
        cluster.start(
            submit(
                "dynamic",
                "spark.decommission.enabled=false",
                "spark.dynamicAllocation.enabled=true",
                "spark.dynamicAllocation.shuffleTracking.enabled=true",
                "spark.dynamicAllocation.minExecutors=0",
                "spark.dynamicAllocation.maxExecutors=2",
                "spark.dynamicAllocation.executorIdleTimeout=1s"),
            err);
    Path out = folder.resolve("dynamic");
    await(sweep, err, () -> cluster.executors().size() == 2);
    // Before the last trial has ended, as after that all of them go.
    await(sweep, err, () -> cluster.executors().size() == 1 && Rows.of(out).size() < TRIALS);
    await(sweep, err, () -> !sweep.isAlive());

    assertThat(sweep.exitValue()).as(StandaloneCluster.read(err)).isZero();
    Rows rows = Rows.of(out);
    assertThat(rows.withoutPlacement()).isEqualTo(undisturbed.withoutPlacement());
    assertThat(rows.column("attempts")).containsOnly("1");
    assertThat(rows.column("executor").stream().distinct()).hasSize(2);
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  /** Waits for {@code condition}, which must come before the sweep ends if it comes at all. */
  private static void await(Process sweep, Path err, Condition condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      boolean alive = sweep.isAlive();
      if (condition.holds()) {
        return;
      }
      assertThat(alive).as(() -> StandaloneCluster.read(err)).isTrue();
      assertThat(System.nanoTime()).as(() -> StandaloneCluster.read(err)).isLessThan(end);
      Thread.sleep(50);
    }
  }

  private static String commandLines(List<ProcessHandle> processes) {
    return String.join("\n", processes.stream().map(StandaloneCluster::commandLine).toList());
  }

  private static ProcessBuilder submit(String run, String... settingsOfItsOwn) {
    var options =
        new ArrayList<>(
            List.of("--master", cluster.master(), "--properties-file", settings.toString()));
    for (String each : settingsOfItsOwn) {
      options.addAll(List.of("--conf", each));
    }
    return Command.sparkSubmit(options, arguments(run));
  }

  private static String[] arguments(String run, String... more) {
    var all = new ArrayList<>(SWEEP);
    all.addAll(List.of(more));
    all.add("--out=" + folder.resolve(run));
    return all.toArray(String[]::new);
  }

  private static Rows run(ProcessBuilder command) throws Exception {
    Command.Ended ended = Command.run(command);
    assertThat(ended.status()).as(ended.err()).isZero();
    return Rows.of(folder.resolve("undisturbed"));
  }
}
