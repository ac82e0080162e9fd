package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose disk, folder or rights go away beneath it. */
class SurroundingsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static String[] run(Path out, String... more) {
    return Stream.concat(
            Stream.of(
                "run",
                "sweeps/breast-cancer-random.yaml",
                "--quiet",
                "--trials=30",
                "--set=training.max_epochs=30",
                "--set=training.early_stopping=none",
                "--master=local[2]",
                "--out=" + out),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private interface Blow {
    void strike(Process run) throws Exception;
  }

  /** Starts a run, strikes once some trials have ended, and returns what it ended with. */
  private static Command.Ended struck(Path out, Path err, Blow blow) throws Exception {
    Process run =
        Command.launcher(run(out))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(err.toFile())
            .start();
    try {
      long start = System.nanoTime();
      while (lines(out) < 4) {
        assertThat(run.isAlive()).as(Files.readString(err)).isTrue();
        assertThat(System.nanoTime() - start).isLessThan(PATIENCE.toNanos());
        Thread.sleep(20);
      }
      blow.strike(run);
      assertThat(run.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      return new Command.Ended(run.exitValue(), "", Files.readString(err));
    } finally {
      run.destroyForcibly();
    }
  }

  /** Whole lines of a journal, which may not be there yet. */
  static long lines(Path out) throws IOException {
    Path journal = out.resolve("journal.jsonl");
    if (!Files.exists(journal)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(journal)) {
      return lines.count();
    }
  }

  /** To go on would be to train for nothing. */
  @Test
  void aFolderThatIsDeletedEndsTheRun(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("run");
    Command.Ended ended = struck(out, folder.resolve("err.txt"), run -> delete(out));

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.err()).contains("The run broke: " + out).doesNotContain("\tat ");
  }

  private static void delete(Path folder) throws IOException {
    for (int attempt = 0; Files.exists(folder); attempt++) {
      assertThat(attempt).isLessThan(1000);
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException | UncheckedIOException e) {
        // The run writes at the same time; once more.
        Thread.onSpinWait();
      }
    }
  }

  /** The system refuses to let any file grow, as it does when a disk is full. */
  @Test
  void aFullDiskEndsTheRunAndRoomLetsItGoOn(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("run");
    Command.Ended ended =
        struck(
            out,
            folder.resolve("err.txt"),
            run -> {
              long most = Files.size(out.resolve("journal.jsonl")) + 700;
              new ProcessBuilder("prlimit", "--pid=" + run.pid(), "--fsize=" + most)
                  .inheritIO()
                  .start()
                  .waitFor();
            });

    assertThat(ended.status()).as(ended.err()).isEqualTo(1);
    assertThat(ended.err())
        .containsPattern("The run broke: " + out + "/.* cannot be written: File too large")
        .contains("--resume --out " + out)
        .doesNotContain("\tat ");

    Command.Ended resumed = Command.run(Command.launcher(run(out, "--resume")));
    assertThat(resumed.status()).as(resumed.err()).isZero();
    Path undisturbed = folder.resolve("undisturbed");
    assertThat(Command.run(Command.launcher(run(undisturbed))).status()).isZero();
    assertThat(Rows.of(out).withoutPlacement()).isEqualTo(Rows.of(undisturbed).withoutPlacement());
  }

  @Test
  void aFolderThatCannotBeMadeIsRefused() throws Exception {
    Command.Ended refused = Command.run(Command.launcher(run(Path.of("/proc/sweep4j-run"))));

    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .contains("/proc/sweep4j-run cannot be made or written to; choose another --out")
        .doesNotContain("\tat ");
  }
}
