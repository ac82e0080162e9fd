package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills drivers and executors at random, in real processes, and compares what is left. A few kills
 * by default; {@code deploy/bench/kills} asks for hundreds.
 */
class KillsIT {

  private static final int DRIVER_KILLS = Integer.getInteger("kills.driver", 6);
  private static final int EXECUTOR_KILLS = Integer.getInteger("kills.executor", 3);
  private static final long SEED = Long.getLong("kills.seed", 1);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** How the record of an ended trial or repeat begins: with which it is. */
  private static final Pattern ENDED =
      Pattern.compile("\\{\"type\":\"((?:trial|repeat)\",\"trial\":\\d+),");

  /** Short trials, so that kills come between, within and after many, and among their repeats. */
  private static final List<List<String>> SWEEPS =
      List.of(
          List.of(
              "sweeps/breast-cancer-random.yaml",
              "--trials=40",
              "--set=model.hidden_units=8",
              "--set=training.max_epochs=10",
              "--set=confirm={top: 3, repeats: 3}"),
          List.of("sweeps/digits-hyperband.yaml", "--trials=26", "--set=training.max_epochs=9"),
          List.of(
              "sweeps/digits-coarse-to-fine.yaml",
              "--trials=30",
              "--set=model.hidden_units=8",
              "--set=training.max_epochs=10"));

  @TempDir Path folder;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private int runs;

  private String[] run(List<String> sweep, Path out, String... more) {
    List<String> arguments = new ArrayList<>(List.of("run", "--quiet", "--out=" + out));
    arguments.addAll(sweep);
    arguments.add("--set=training.early_stopping=none");
    return Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new);
  }

  private Path undisturbed(List<String> sweep) throws Exception {
    Path out = folder.resolve("undisturbed-" + SWEEPS.indexOf(sweep));
    if (!Files.exists(out)) {
      Command.Ended run = Command.run(Command.launcher(run(sweep, out, "--master=local[2]")));
      assertThat(run.status()).as(run.err()).isZero();
    }
    return out;
  }

  @Test
  void noKillOfTheDriverLosesOrRepeatsATrial() throws Exception {
    int kills = 0;
    int torn = 0;
    for (int i = 0; kills < DRIVER_KILLS; i++) {
      List<String> sweep = SWEEPS.get(i % SWEEPS.size());
      Path out = folder.resolve("killed-" + runs++);
      Map<String, String> known = Map.of();
      while (true) {
        Path err = folder.resolve("err.txt");
        boolean tear = kills > 0 && kills % 3 == 2;
        Process driver = start(sweep, out, err);
        boolean killed = tear ? tear(driver, out) : kill(driver);
        Map<String, String> now = ended(out);
        assertThat(now).as("what had ended before the kill").containsAllEntriesOf(known);
        known = now;
        if (!killed) {
          assertThat(driver.exitValue()).as(Files.readString(err)).isZero();
          break;
        }
        kills++;
        torn += tear ? 1 : 0;
      }
      assertSame(out, undisturbed(sweep));
    }
    System.out.printf(
        "%d kills of the driver in %d sweeps, %d of them in the midst of a write; nothing lost%n",
        kills, runs, torn);
  }

  private static Process startLauncher(String[] arguments, Path err) throws IOException {
    return Command.launcher(arguments)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(err.toFile())
        .start();
  }

  private Process start(List<String> sweep, Path out, Path err) throws IOException {
    boolean begun = Files.exists(out.resolve("journal.jsonl"));
    if (!begun && Files.exists(out.resolve("sweep.yaml"))) {
      // Killed before its journal: there is no run to go on with, and the message says what to do.
      Files.delete(out.resolve("sweep.yaml"));
    }
    return startLauncher(
        begun
            ? run(sweep, out, "--master=local[2]", "--resume")
            : run(sweep, out, "--master=local[2]"),
        err);
  }

  /** Kills a driver at a random moment; false if it ends before. */
  private boolean kill(Process driver) throws InterruptedException {
    if (driver.waitFor(random.nextLong(500, 8000), TimeUnit.MILLISECONDS)) {
      return false;
    }
    driver.destroyForcibly().waitFor();
    return true;
  }

  /**
   * Has the system cut a write of a driver's at a random byte not far behind the journal's end, as
   * a full disk would, and kills it thereafter; false if it ends before.
   */
  private boolean tear(Process driver, Path out) throws Exception {
    Path journal = out.resolve("journal.jsonl");
    long begun = Files.exists(journal) ? Files.size(journal) : 0;
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (driver.isAlive() && (Files.exists(journal) ? Files.size(journal) : 0) <= begun) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(20);
    }
    if (!driver.isAlive()) {
      return false;
    }
    long most = Files.size(journal) + random.nextLong(1, 3000);
    var limit = new ProcessBuilder("prlimit", "--pid=" + driver.pid(), "--fsize=" + most).start();
    limit.waitFor();
    if (driver.waitFor(random.nextLong(1000, 6000), TimeUnit.MILLISECONDS)
        && driver.exitValue() == 0) {
      return false;
    }
    driver.destroyForcibly().waitFor();
    return true;
  }

  @Test
  void noKillOfAnExecutorChangesTheLeaderboard() throws Exception {
    int kills = 0;
    int sweeps = 0;
    while (kills < EXECUTOR_KILLS) {
      List<String> sweep = SWEEPS.get(sweeps % SWEEPS.size());
      Path out = folder.resolve("lost-" + sweeps++);
      Path err = folder.resolve("err.txt");
      Process driver =
          startLauncher(
              run(sweep, out, "--master=local-cluster[2,1,2000]", "--set=limits.max_attempts=100"),
              err);
      try {
        while (!driver.waitFor(random.nextLong(500, 2500), TimeUnit.MILLISECONDS)) {
          List<ProcessHandle> executors = ExecutorProcesses.of(driver);
          if (kills < EXECUTOR_KILLS && !executors.isEmpty() && !ended(out).isEmpty()) {
            executors.get(random.nextInt(executors.size())).destroyForcibly();
            kills++;
          }
        }
      } finally {
        ExecutorProcesses.endAll(driver);
      }
      assertThat(driver.exitValue()).as(Files.readString(err)).isZero();
      assertSame(out, undisturbed(sweep));
    }
    System.out.printf("%d kills of executors in %d sweeps; nothing lost%n", kills, sweeps);
  }

  private static void assertSame(Path out, Path undisturbed) throws Exception {
    assertThat(Rows.of(out).withoutPlacement()).isEqualTo(Rows.of(undisturbed).withoutPlacement());
    assertThat(Files.mismatch(out.resolve("best/model.zip"), undisturbed.resolve("best/model.zip")))
        .as("the best models are the same, byte for byte")
        .isEqualTo(-1);
    assertThat(ended(out).keySet()).isEqualTo(ended(undisturbed).keySet());
  }

  /** The records of trials and repeats that have ended: none may be there twice. */
  private static Map<String, String> ended(Path out) throws IOException {
    var records = new HashMap<String, String>();
    Path journal = out.resolve("journal.jsonl");
    if (Files.exists(journal)) {
      String text = Files.readString(journal);
      for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
        Matcher start = ENDED.matcher(line);
        if (start.lookingAt()) {
          assertThat(records.put(start.group(1), line)).isNull();
        }
      }
    }
    return records;
  }
}
