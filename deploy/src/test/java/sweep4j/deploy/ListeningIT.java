package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prevents a run on one machine that others can reach over the network. */
class ListeningIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** As /proc writes 127.0.0.1, and the same inside of IPv6. */
  private static final Set<String> LOOPBACK =
      Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

  private static final String LISTENING = "0A";

  @TempDir Path folder;

  private String[] sweep(String... more) {
    return Stream.concat(
            Stream.of(
                "run",
                "sweeps/digits-random.yaml",
                "--trials=40",
                "--set=training.max_epochs=80",
                "--set=training.early_stopping=none",
                "--out=" + folder.resolve("run")),
            Stream.of(more))
        .toArray(String[]::new);
  }

  @Test
  void theLauncherWithThreads() throws Exception {
    assertKeepsToItself(Command.launcher(sweep("--master=local[2]")));
  }

  @Test
  void theLauncherWithExecutorProcesses() throws Exception {
    assertKeepsToItself(Command.launcher(sweep("--master=local-cluster[2,1,2000]")));
  }

  /** Where nobody has set an address: Spark by itself would take the network's. */
  @Test
  void sparkSubmitWithThreads() throws Exception {
    ProcessBuilder submit = Command.sparkSubmit("local[2]", sweep());
    submit.environment().remove("SPARK_LOCAL_IP");
    assertKeepsToItself(submit);
  }

  private void assertKeepsToItself(ProcessBuilder command) throws Exception {
    Path err = folder.resolve("err.txt");
    Process run =
        command.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(err.toFile()).start();
    try {
      awaitTrial(run, err);
      Set<String> addresses = new HashSet<>();
      for (ProcessHandle each :
          Stream.concat(Stream.of(run.toHandle()), run.descendants()).toList()) {
        addresses.addAll(addresses(each.pid()));
      }
      assertThat(addresses).isNotEmpty().isSubsetOf(LOOPBACK);
    } finally {
      run.descendants().forEach(ProcessHandle::destroyForcibly);
      run.destroyForcibly().waitFor();
    }
  }

  private void awaitTrial(Process run, Path err) throws Exception {
    Path journal = folder.resolve("run/journal.jsonl");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(journal) || !Files.readString(journal).contains("\"type\":\"trial\"")) {
      assertThat(run.isAlive()).as(Files.readString(err)).isTrue();
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(100);
    }
  }

  /** What a process listens to, in the hexadecimal digits of /proc. */
  private static Set<String> addresses(long pid) throws IOException {
    Path process = Path.of("/proc", Long.toString(pid));
    Set<String> sockets = new HashSet<>();
    try (var open = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path each : open) {
        if (Files.isSymbolicLink(each)) {
          sockets.add(target(each));
        }
      }
    }
    Set<String> addresses = new HashSet<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      for (String line : Files.readAllLines(process.resolve(table))) {
        String[] cells = line.strip().split("\\s+", -1);
        if (cells[3].equals(LISTENING) && sockets.contains("socket:[" + cells[9] + "]")) {
          addresses.add(cells[1].replaceAll(":.*", ""));
        }
      }
    }
    return addresses;
  }

  /** A file may be closed meanwhile. */
  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
