package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The machine's clock is set while a sweep runs: by an hour, as where a time zone was wrong, and by
 * years, as where a battery was empty. All processes of the sweep see it at the same moment.
 */
class ClockIT {

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  /** Set one after the other, each after so many records more. */
  private static final List<String> CLOCKS = List.of("-1h", "+3y", "-5y", "+0");

  private static final int RECORDS_BETWEEN = 4;

  /** Debian's package faketime; what it makes of the clock is read from a file at each look. */
  private static @Nullable Path library;

  @TempDir private static Path folder;

  private static Path undisturbed;

  private static String[] run(Path out, String master) {
    return new String[] {
      "run",
      "sweeps/breast-cancer-random.yaml",
      "--quiet",
      "--trials=26",
      "--set=model.hidden_units=8",
      "--set=training.max_epochs=20",
      "--set=training.early_stopping=none",
      "--master=" + master,
      "--out=" + out
    };
  }

  @BeforeAll
  static void undisturbed() throws Exception {
    library = library();
    assumeTrue(library != null, "skipped, as there is no libfaketime (Debian's package faketime)");
    undisturbed = folder.resolve("undisturbed");
    Command.Ended ended = Command.run(Command.launcher(run(undisturbed, "local[2]")));
    assertThat(ended.status()).as(ended.err()).isZero();
  }

  private static @Nullable Path library() throws IOException {
    // Below a folder for the kind of processor, as x86_64-linux-gnu.
    try (DirectoryStream<Path> kinds = Files.newDirectoryStream(Path.of("/usr/lib"))) {
      for (Path kind : kinds) {
        Path each = kind.resolve("faketime/libfaketime.so.1");
        if (Files.exists(each)) {
          return each;
        }
      }
    }
    return null;
  }

  @Test
  void inOneProcessTheResultsStay() throws Exception {
    theResultsStay("local[2]");
  }

  /** Spark takes executors for dead that have given no sign of life for years, if it looks. */
  @Test
  void withExecutorsTheResultsStay() throws Exception {
    theResultsStay("local-cluster[2,1,2000]", "-Dspark.network.timeoutInterval=1s");
  }

  private static void theResultsStay(String master, String... options) throws Exception {
    Path out = folder.resolve(master);
    Path clock = folder.resolve("clock-" + master);
    Path err = folder.resolve("err-" + master);
    Files.writeString(clock, "+0");
    ProcessBuilder launcher = Command.launcher(run(out, master));
    launcher
        .environment()
        .putAll(
            Map.of(
                "LD_PRELOAD",
                String.valueOf(library),
                "FAKETIME_TIMESTAMP_FILE",
                clock.toString(),
                "FAKETIME_NO_CACHE",
                "1",
                // No system sets that one, and what waits by it must wait.
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0",
                "NO_FAKE_STAT",
                "1"));
    launcher
        .environment()
        .merge(
            "SWEEP_JAVA_OPTIONS", String.join(" ", options), (common, more) -> common + " " + more);
    Process run =
        launcher
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(err.toFile())
            .start();
    try {
      long begun = System.nanoTime();
      int set = 0;
      while (run.isAlive()) {
        assertThat(System.nanoTime() - begun)
            .as(Files.readString(err))
            .isLessThan(PATIENCE.toNanos());
        if (set < CLOCKS.size() && SurroundingsIT.lines(out) >= (set + 1L) * RECORDS_BETWEEN) {
          Files.writeString(clock, CLOCKS.get(set));
          set++;
        }
        Thread.sleep(20);
      }
      assertThat(set).as("times that the clock was set").isEqualTo(CLOCKS.size());
    } finally {
      run.descendants().forEach(ProcessHandle::destroyForcibly);
      run.destroyForcibly();
    }
    assertThat(run.exitValue()).as(Files.readString(err)).isZero();
    assertThat(Files.readString(err)).doesNotContain("\tat ");
    Rows rows = Rows.of(out);
    assertThat(rows.withoutPlacement()).isEqualTo(Rows.of(undisturbed).withoutPlacement());
    assertThat(rows.column("seconds").stream().mapToDouble(Double::parseDouble))
        .allMatch(seconds -> seconds > 0 && seconds < PATIENCE.toSeconds());
  }
}
