package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the user got wrong ends in status 2 and a message, before anything is started or written: a
 * stack trace would be read as a bug of ours, and a folder left behind would refuse the next run.
 */
class BadInputTest {

  private static void refused(Example example, Terminal terminal, String... said) {
    assertThat(terminal.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(terminal.err()).contains(said).doesNotContain("\tat ", "Exception");
    assertThat(terminal.out()).isEmpty();
    assertThat(example.out()).doesNotExist();
    assertThat(Path.of("runs")).doesNotExist();
  }

  @Test
  void anUnknownOption(@TempDir Path folder) throws IOException {
    Example example = Example.in(folder);

    refused(example, example.run("--trails", "3"), "Unknown option", "'--trails'");
  }

  @Test
  void anUnknownCommand(@TempDir Path folder) throws IOException {
    refused(Example.in(folder), Terminal.run("start"), "'start'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "validate"})
  void aSweepFileThatIsNotThere(String command, @TempDir Path folder) throws IOException {
    Example example = Example.in(folder);
    Files.delete(example.sweep());

    Terminal terminal = Terminal.run(command, example.sweep().toString());

    refused(example, terminal, example.sweep().toString());
    assertThat(terminal.err().lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "validate"})
  void allProblemsOfASweepFileAtOnce(String command, @TempDir Path folder) throws IOException {
    Example example = Example.in(folder);
    Example.edit(example.sweep(), "max_epochs: 3", "max_epochs: 0");
    Example.edit(example.sweep(), "seed: 7", "sed: 7");

    Terminal terminal = Terminal.run(command, example.sweep().toString());

    refused(example, terminal, example.sweep() + ":2: ", "seed", ":10: ", "max_epochs");
    assertThat(terminal.err().lines()).hasSize(2);
  }

  @Test
  void aDataFileThatIsNotThere(@TempDir Path folder) throws IOException {
    Example example = Example.in(folder);
    Files.delete(example.table());

    Terminal terminal = example.run();

    refused(example, terminal, example.table().toString());
    assertThat(terminal.err().lines()).hasSize(1);
  }

  @Test
  void anEmptyDataFile(@TempDir Path folder) throws IOException {
    Example example = Example.in(folder);
    Files.writeString(example.table(), "");

    refused(example, example.run(), example.table() + ": the file is empty");
  }

  @Test
  void aLabelColumnThatIsNotThere(@TempDir Path folder) throws IOException {
    Example example = Example.in(folder);
    Example.edit(example.sweep(), "label: kind", "label: knid");

    refused(example, example.run(), example.table().toString(), "knid", "kind");
  }

  @Test
  void aTextAmongNumbers(@TempDir Path folder) throws IOException {
    Example example = Example.in(folder);
    Files.writeString(example.table(), Files.readString(example.table()) + "0.5,high,red\n");

    refused(
        example, example.run(), example.table() + ": row 61 (line 62), column \"y\"", "\"high\"");
  }

  @Test
  void aClassThatIsThereOnce(@TempDir Path folder) throws IOException {
    Example example = Example.in(folder);
    Files.writeString(example.table(), Files.readString(example.table()) + "0.5,0.5,green\n");

    refused(example, example.run(), "column \"kind\"", "class \"green\" has 1 row");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "spark://", "local[0]"})
  void aMasterThatSparkDoesNotKnow(String master, @TempDir Path folder) throws IOException {
    Example example = Example.in(folder);

    Terminal terminal =
        Terminal.run(
            "run",
            example.sweep().toString(),
            "--quiet",
            "--master",
            master,
            "--out",
            example.out().toString());

    refused(example, terminal, "'" + master + "'");
  }

  @Test
  void aFolderThatCannotBeMade(@TempDir Path folder) throws IOException {
    Example example = Example.in(folder);

    Terminal terminal =
        Terminal.run(
            "run",
            example.sweep().toString(),
            "--quiet",
            "--master",
            "local[1]",
            "--out",
            example.table().resolve("run").toString());

    refused(example, terminal, example.table().resolve("run").toString(), "--out");
  }

  @Test
  void resumingNothing(@TempDir Path folder) throws IOException {
    Example example = Example.in(folder);

    refused(example, example.run("--resume"), example.out() + " holds no run");
    refused(
        example,
        Terminal.run("run", example.sweep().toString(), "--resume"),
        "--resume needs --out");
  }

  @Test
  void theLeaderboardOfNothing(@TempDir Path folder) throws IOException {
    Example example = Example.in(folder);

    refused(
        example,
        Terminal.run("leaderboard", folder.toString()),
        folder + " holds no run: it has no journal.jsonl");
  }

  @Test
  void validatingSaysWhatWouldBeRunAndStartsNothing(@TempDir Path folder) throws IOException {
    Example example = Example.in(folder);

    Terminal terminal = Terminal.run("validate", example.sweep().toString());

    assertThat(terminal)
        .isEqualTo(
            new Terminal(
                ExitStatus.SUCCESS,
                """
                tiny: grid search, 4 trials of at most 3 epochs, seed 7
                data: 36 training, 12 validation, 12 test rows of 2 inputs in 2 classes
                """,
                ""));
    assertThat(example.out()).doesNotExist();
  }

  /** A run beside the user's own sweep.yaml would replace it with what was understood of it. */
  @Test
  void aFolderWithFilesThatTheRunWouldReplace(@TempDir Path folder) throws IOException {
    Example example = Example.in(folder);
    Path used = Files.createDirectory(folder.resolve("used"));
    Path own = Files.writeString(used.resolve("sweep.yaml"), "# mine");

    Terminal terminal = Terminal.run("run", example.sweep().toString(), "--out", used.toString());

    refused(example, terminal, own.toString(), "exists, and the run would replace it");
    assertThat(own).hasContent("# mine");
  }
}
