package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example of a user's own network, compiled to a jar and run. A class that only the driver
 * finds would work on one machine and fail every trial of a cluster.
 */
class OwnNetworkIT {

  private static final Path EXAMPLE = Command.ROOT.resolve("deploy/examples/own-network");

  @TempDir static Path folder;
  private static Path jar;
  private static Path oneSlot;

  private static String[] sweep(Path out, String... more) {
    return Stream.concat(
            Stream.of(
                "run",
                EXAMPLE.resolve("sweep.yaml").toString(),
                "--set=training.max_epochs=6",
                "--out=" + out),
            Stream.of(more))
        .toArray(String[]::new);
  }

  @BeforeAll
  static void compileAndRunOnOneSlot() throws Exception {
    Command.Ended made =
        Command.run(new ProcessBuilder(EXAMPLE.resolve("make-jar").toString(), folder.toString()));
    assertThat(made.status()).as(made.err()).isZero();
    jar = folder.resolve("own-network.jar");
    assertThat(jar).exists();
    oneSlot = folder.resolve("one-slot");
    Command.Ended run =
        Command.run(Command.launcher(sweep(oneSlot, "--master=local[1]", "--jars=" + jar)));
    assertThat(run.status()).as(run.err()).isZero();
    Rows rows = Rows.of(oneSlot);
    assertThat(rows.column("state")).containsOnly("COMPLETED");
    assertThat(rows.column("custom.block")).contains("plain", "gated");
    // Guessing would be right for one digit of ten.
    assertThat(rows.best("validation_accuracy")).isGreaterThan(0.9);
  }

  @Test
  void executorsOfTheLaunchersHaveTheClass() throws Exception {
    Path out = folder.resolve("launcher");
    Command.Ended run =
        Command.run(
            Command.launcher(sweep(out, "--master=local-cluster[2,1,3000]", "--jars=" + jar)));

    assertThat(run.status()).as(run.err()).isZero();
    assertSameOnACluster(out);
  }

  /** Here the jar is named to Spark, which has options of its own for it, and not to us. */
  @Test
  void executorsOfSparkSubmitHaveTheClass() throws Exception {
    Path out = folder.resolve("submit");
    ProcessBuilder submit = Command.sparkSubmit("local-cluster[2,1,3000]", sweep(out));
    var command = new ArrayList<>(submit.command());
    command.addAll(command.indexOf("--class"), List.of("--jars", jar.toString()));

    Command.Ended run = Command.run(submit.command(command));

    assertThat(run.status()).as(run.err()).isZero();
    assertSameOnACluster(out);
  }

  private static void assertSameOnACluster(Path out) throws Exception {
    Rows rows = Rows.of(out);
    assertThat(rows.column("executor")).noneMatch(executor -> executor.startsWith("driver"));
    assertThat(rows.withoutPlacement()).isEqualTo(Rows.of(oneSlot).withoutPlacement());
  }

  @Test
  void aRunIsReadAndGoneOnWith() throws Exception {
    Command.Ended shown = Command.run(Command.launcher("leaderboard", oneSlot.toString()));
    assertThat(shown.status()).as(shown.err()).isZero();
    assertThat(shown.out()).contains("custom.depth", "gated");
    assertThat(Files.readString(oneSlot.resolve("sweep.yaml")))
        .contains("factory: com.example.WideNet", "custom.width: 48");

    Path out = folder.resolve("resumed");
    Files.createDirectories(out);
    for (String file : new String[] {"journal.jsonl", "sweep.yaml"}) {
      Files.copy(oneSlot.resolve(file), out.resolve(file));
    }
    Path journal = out.resolve("journal.jsonl");
    Files.write(journal, Files.readAllLines(journal).subList(0, 4));
    Command.Ended resumed =
        Command.run(Command.launcher(sweep(out, "--resume", "--master=local[1]", "--jars=" + jar)));
    assertThat(resumed.status()).as(resumed.err()).isZero();
    assertThat(Rows.of(out).withoutPlacement()).isEqualTo(Rows.of(oneSlot).withoutPlacement());
  }

  @Test
  void withoutTheJarNothingStarts() throws Exception {
    Path out = folder.resolve("none");
    Command.Ended run = Command.run(Command.launcher(sweep(out)));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("class com.example.WideNet is not in any jar, as none was given", "--jars")
        .doesNotContain("\tat ");
    assertThat(out).doesNotExist();
  }
}
