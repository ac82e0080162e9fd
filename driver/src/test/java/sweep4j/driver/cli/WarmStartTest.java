package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sweeps with parameters that do not always exist, with configurations to try first, and led by an
 * earlier run: as a user runs them, and on after a kill.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WarmStartTest {
  private static final String SEARCH =
      "search={method: coarse_to_fine, max_trials: 4, rounds: 2, warm_start: earlier}";
  private static final String RATE =
      "parameters.learning_rate={distribution: log_uniform, min: 1e-3, max: 1}";

  private Example example = new Example(Path.of(""));
  private Terminal earlier = new Terminal(-1, "", "");

  @BeforeAll
  void runOnce(@TempDir Path folder) throws IOException {
    example = Example.in(folder);
    earlier =
        Terminal.run(
            "run",
            example.sweep().toString(),
            "--master",
            "local[2]",
            "--out",
            folder.resolve("earlier").toString(),
            "--set",
            "parameters.dropout={values: [0.1, 0.2], when: {batch_size: 8}}",
            "--set",
            "search.try_first=[{batch_size: 16, learning_rate: 1e+6}]");
  }

  @Test
  void whatDoesNotExistIsAnEmptyCellAndTrainedOnce() throws IOException {
    assertThat(earlier.status()).as(earlier.err()).isEqualTo(ExitStatus.SUCCESS);
    List<String[]> rows =
        Files.readAllLines(example.folder().resolve("earlier/leaderboard.csv")).stream()
            .map(line -> line.split(",", -1))
            .toList();
    List<String> names = List.of(rows.get(0));
    int size = names.indexOf("batch_size");
    int dropout = names.indexOf("dropout");
    assertThat(rows.stream().skip(1).map(row -> row[size] + " " + row[dropout]))
        .containsExactlyInAnyOrder("16 ", "16 ", "8 0.1", "8 0.1", "8 0.2", "8 0.2");
    assertThat(rows)
        .filteredOn(row -> row[1].equals("0"))
        .extracting(row -> row[size])
        .containsExactly("16");
  }

  @Test
  void aRunLedByAnEarlierOneGoesOnWithoutIt() throws IOException {
    Path out = example.folder().resolve("led");
    Terminal whole = led(out);
    assertThat(whole.status()).as(whole.err()).isEqualTo(ExitStatus.SUCCESS);
    // The absurd learning rate is not of this space. The trial without dropout had its default, 0.
    assertThat(whole.out())
        .contains("warm start: 3 of 6 trials of " + example.folder().resolve("earlier"));
    List<String> journal = Files.readAllLines(out.resolve("journal.jsonl"));
    assertThat(journal.subList(1, 4)).allMatch(line -> line.startsWith("{\"type\":\"prior\","));

    Path cut = example.folder().resolve("cut");
    Files.createDirectories(cut);
    Files.copy(out.resolve("sweep.yaml"), cut.resolve("sweep.yaml"));
    Files.write(cut.resolve("journal.jsonl"), journal.subList(0, 5));
    Path hidden = Files.move(example.folder().resolve("earlier"), example.folder().resolve("away"));
    try {
      Terminal again = led(cut, "--resume");
      assertThat(again.status()).as(again.err()).isEqualTo(ExitStatus.SUCCESS);
      assertThat(again.out()).contains("warm start: 3 trials of ");
    } finally {
      Files.move(hidden, example.folder().resolve("earlier"));
    }
    assertThat(parameters(cut)).isEqualTo(parameters(out)).hasSize(4);
  }

  private Terminal led(Path out, String... more) {
    Stream<String> arguments =
        Stream.of(
            "run",
            example.sweep().toString(),
            "--master",
            "local[2]",
            "--out",
            out.toString(),
            "--set",
            SEARCH,
            "--set",
            RATE,
            "--set",
            "parameters.dropout={distribution: uniform, min: 0, max: 0.5}");
    return Terminal.run(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
  }

  /** What was tried, by trial. */
  private static List<String> parameters(Path run) throws IOException {
    return Files.readAllLines(run.resolve("journal.jsonl")).stream()
        .filter(line -> line.startsWith("{\"type\":\"trial\""))
        .map(line -> line.substring(0, line.indexOf("\"state\"")))
        .sorted()
        .toList();
  }

  @Test
  void anEarlierRunThatIsNoneIsRefused() {
    refused(
        SEARCH.replace("earlier", "nowhere"),
        RATE,
        example.folder().resolve("nowhere") + " holds no run: give search.warm_start the folder");
  }

  /** Costs of two kinds would be ordered as if they were of one. */
  @Test
  void costsOfAnotherKindAreRefused() throws IOException {
    refused(
        SEARCH,
        "metric.name=validation_accuracy",
        " compared trials by validation_loss, and this sweep does by validation_accuracy, so their"
            + " costs cannot be compared");
    refused(SEARCH, "data.scale=none", " scaled the data in another way");
    String rows = Files.readString(example.table());
    try {
      Files.writeString(example.table(), rows.replaceFirst("0\\.", "0.1"));
      refused(
          SEARCH,
          RATE,
          " was run on other data: as many rows, but with other values, names or order");
    } finally {
      Files.writeString(example.table(), rows);
    }
  }

  @Test
  void anEarlierRunOfWhichNothingFitsIsRefused() {
    refused(
        SEARCH,
        "parameters.learning_rate={distribution: log_uniform, min: 0.1, max: 1}",
        " has 6 trials, but none with an objective fits this sweep");
    refused(SEARCH, "training.updater=sgd", " has 6 trials, but none with an objective fits");
  }

  private void refused(String search, String more, String said) {
    Terminal terminal =
        Terminal.run("validate", example.sweep().toString(), "--set", search, "--set", more);
    assertThat(terminal.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(terminal.err()).contains(said).doesNotContain("\tat ", "Exception");
    assertThat(terminal.err().lines()).hasSize(1);
    assertThat(terminal.out()).isEmpty();
  }
}
