package sweep4j.driver.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whole sweeps on Spark in this process: from the sweep file to the leaderboard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SweepEndToEndTest {

  /** What may differ between two runs of one sweep. */
  private Example example = new Example(Path.of(""));

  private Terminal first = new Terminal(-1, "", "");
  private int copies;

  @BeforeAll
  void runOnce(@TempDir Path folder) throws IOException {
    example = Example.in(folder);
    first = example.run();
  }

  @Test
  void aSweepEndsWellThoughSomeTrialsDiverge() throws IOException {
    assertThat(first.status()).as(first.err()).isEqualTo(ExitStatus.SUCCESS);
    List<CSVRecord> rows = leaderboard(example.out());
    assertThat(rows).hasSize(Example.TRIALS);
    assertThat(rows).extracting(row -> row.get("rank")).containsExactly("1", "2", "", "");
    assertThat(rows)
        .extracting(row -> row.get("state"))
        .containsExactly("COMPLETED", "COMPLETED", "DIVERGED", "DIVERGED");
    assertThat(rows)
        .extracting(row -> row.get("learning_rate"))
        .containsExactly("0.01", "0.01", "1000000.0", "1000000.0");
    assertThat(rows.get(0).get("executor")).startsWith("driver@");
    assertThat(rows.get(2).get("error")).contains("loss");
    assertThat(rows.get(2).get("stop_reason")).isEqualTo("NON_FINITE_LOSS");
  }

  @Test
  void theFolderHoldsWhatOtherToolsRelyOn() throws IOException {
    try (Stream<Path> files = Files.walk(example.out())) {
      assertThat(files.filter(Files::isRegularFile).map(each -> example.out().relativize(each)))
          .containsExactlyInAnyOrder(
              Path.of(".lock"),
              Path.of("journal.jsonl"),
              Path.of("inputs.json"),
              Path.of("leaderboard.csv"),
              Path.of("report.html"),
              Path.of("sweep.yaml"),
              Path.of("best/model.zip"),
              Path.of("best/trial.json"));
    }
  }

  /** The test split is for the best model, once: more looks at it would make it a second choice. */
  @Test
  void theTestScoreIsSaidOnce() {
    assertThat(first.out().split("test accuracy", -1)).hasSize(2);
    assertThat(first.out())
        .contains("run folder: " + example.out(), "leaderboard (4 rows): ", "best model: ");
  }

  @Test
  void progressIsPlainLines() {
    assertThat(first.err().lines().reduce((before, last) -> last).orElse(""))
        .startsWith("4/4 done, best validation_loss ")
        .endsWith(", 0 running, 2 diverged, 0 failed");
    assertThat(first.err().replace("\n", "").codePoints().filter(Character::isISOControl))
        .isEmpty();
  }

  /** The run prints it before it looks at the test rows. */
  @Test
  void theLeaderboardCanBePrinted() {
    Terminal terminal = Terminal.run("leaderboard", example.out().toString(), "--top", "4");

    assertThat(terminal.status()).isEqualTo(ExitStatus.SUCCESS);
    assertThat(first.out()).contains(without("  test_accuracy", terminal.out()));
    // Columns are as wide as the rows that are shown need them.
    assertThat(Terminal.run("leaderboard", example.out().toString(), "--top", "3").out().lines())
        .hasSize(4);
    assertThat(Terminal.run("leaderboard", example.out().toString(), "--top", "0").status())
        .isEqualTo(ExitStatus.BAD_INPUT);
  }

  /** A table less the column under {@code title}. */
  private static String without(String title, String table) {
    int from = table.indexOf(title);
    assertThat(from).as(table).isPositive();
    return table
        .lines()
        .map(
            line ->
                line.substring(0, from)
                    + line.substring(Math.min(line.length(), from + title.length())))
        .collect(joining("\n"));
  }

  /** Only the highest of these rates moves the weights at all. */
  @Test
  void aBestValueAtTheEdgeIsTold(@TempDir Path folder) throws IOException {
    Example timid = Example.in(folder);
    Example.edit(timid.sweep(), "[1.0e-2, 1.0e+6]", "[1.0e-6, 2.0e-6, 4.0e-6, 1.0e-2]");

    Terminal terminal = timid.run("--quiet");

    String notice =
        "the best learning_rate, 0.01, lies at the upper edge of its values 1.0E-6, 2.0E-6,"
            + " 4.0E-6, 0.01: the optimum may lie beyond; add higher values";
    assertThat(terminal.out().lines()).contains(notice);
    assertThat(Terminal.run("leaderboard", timid.out().toString()).out().lines()).contains(notice);
  }

  /**
   * The study must speak of the same space as the sampler, or an expanding sweep would try only the
   * middle third of what is declared, and could not be resumed.
   */
  @Test
  void anExpandingSweepBeginsWithAllThatIsDeclared(@TempDir Path folder) throws IOException {
    Example expanding = Example.in(folder);
    Example.edit(
        expanding.sweep(),
        "{values: [1.0e-2, 1.0e+6]}",
        "{distribution: log_uniform, min: 1.0e-3, max: 1.0e-2}");
    Example.edit(
        expanding.sweep(),
        "{method: grid}",
        "{method: coarse_to_fine, max_trials: 4, rounds: 1, expand: true}");

    assertThat(expanding.run("--quiet").status()).isEqualTo(ExitStatus.SUCCESS);

    // Four strata, each a quarter of the decade.
    assertThat(leaderboard(expanding.out()))
        .extracting(row -> Double.parseDouble(row.get("learning_rate")))
        .allMatch(rate -> 0.999999e-3 <= rate && rate <= 1.000001e-2)
        .anyMatch(rate -> rate < 1.8e-3)
        .anyMatch(rate -> rate > 5.6e-3);
    Path journal = expanding.out().resolve("journal.jsonl");
    List<String> lines = Files.readAllLines(journal);
    Files.write(journal, lines.subList(0, lines.size() - 1));
    assertThat(expanding.run("--quiet", "--resume").status()).isEqualTo(ExitStatus.SUCCESS);
    assertThat(Files.readAllLines(journal)).hasSize(lines.size());
  }

  @Test
  void withoutASingleTrialThatCompletesTheStatusIsOne(@TempDir Path folder) throws IOException {
    Example hopeless = Example.in(folder);
    Example.edit(hopeless.sweep(), "[1.0e-2, 1.0e+6]", "[1.0e+5, 1.0e+6]");

    Terminal terminal = hopeless.run("--quiet");

    assertThat(terminal.status()).isEqualTo(ExitStatus.BROKEN);
    assertThat(terminal.out()).contains("No trial completed").doesNotContain("test accuracy");
    assertThat(terminal.err()).isEmpty();
    assertThat(leaderboard(hopeless.out()))
        .hasSize(Example.TRIALS)
        .allMatch(row -> row.get("state").equals("DIVERGED"));
    assertThat(hopeless.out().resolve("best")).doesNotExist();
  }

  /** The cut lies inside a line, as a kill would leave it. */
  @Test
  void aRunThatWasKilledGoesOnToTheSameLeaderboard() throws Exception {
    Path run = copy();
    List<String> lines = Files.readAllLines(run.resolve("journal.jsonl"));
    Files.writeString(
        run.resolve("journal.jsonl"),
        lines.get(0) + "\n" + lines.get(1) + "\n" + lines.get(2).substring(0, 40));
    Files.writeString(run.resolve("leaderboard.csv"), "out of date");
    Files.delete(run.resolve("best/trial.json"));

    Terminal terminal = resume(run);

    assertThat(terminal.status()).as(terminal.err()).isEqualTo(ExitStatus.SUCCESS);
    assertThat(withoutTheRun(run)).isEqualTo(withoutTheRun(example.out()));
    assertThat(Files.readAllLines(run.resolve("journal.jsonl")))
        .hasSize(lines.size())
        .startsWith(lines.get(0), lines.get(1));
    assertThat(Files.readAllBytes(run.resolve("best/model.zip")))
        .isEqualTo(Files.readAllBytes(example.out().resolve("best/model.zip")));
    assertThat(terminal.out()).contains(resultOf(first));
  }

  @Test
  void aFinishedRunGetsItsBestModelBack() throws IOException {
    Path run = copy();
    Files.delete(run.resolve("best/model.zip"));

    Terminal terminal = resume(run);

    assertThat(terminal.status()).as(terminal.err()).isEqualTo(ExitStatus.SUCCESS);
    assertThat(Files.readAllBytes(run.resolve("best/model.zip")))
        .isEqualTo(Files.readAllBytes(example.out().resolve("best/model.zip")));
    assertThat(run.resolve("journal.jsonl")).hasSameTextualContentAs(journal());
    assertThat(terminal.out()).contains(resultOf(first));
  }

  @Test
  void aFolderThatHoldsARunIsNotRunInto() throws IOException {
    Terminal terminal = example.run();

    refused(terminal, example.out() + " holds a run already", "--resume", "--out");
  }

  /** Trials of two sweeps in one leaderboard would be compared as if they were of one. */
  @Test
  void anotherSweepIsNotResumed() {
    Terminal terminal = example.run("--resume", "--set", "training.max_epochs=4");

    refused(
        terminal, example.out().resolve("sweep.yaml") + ":", "'max_epochs: 3'", "'max_epochs: 4'");
  }

  @Test
  void otherDataAreNotResumed() throws IOException {
    String rows = Files.readString(example.table());
    try {
      Files.writeString(example.table(), rows.replaceFirst("0\\.", "0.1"));
      refused(
          example.run("--resume"),
          example.out() + " was run on other data: as many rows, but with other values");
      Files.writeString(example.table(), rows + rows.lines().reduce("", (first, last) -> last));
      refused(
          example.run("--resume"),
          example.out() + " was run on other data: then ",
          " rows of ",
          ", and now ",
          ". Give back the data as they were, or start a new run with another --out");
    } finally {
      Files.writeString(example.table(), rows);
    }
  }

  @Test
  void aDamagedJournalIsNamedAndLeftAsItIs() throws IOException {
    Path run = copy();
    Path journal = run.resolve("journal.jsonl");
    List<String> lines = new ArrayList<>(Files.readAllLines(journal));
    lines.set(1, lines.get(1).replace("\"seconds\"", "\"secants\""));
    Files.write(journal, lines);
    String before = Files.readString(journal);

    refused(resume(run), journal + ":", "this line is damaged");
    refused(Terminal.run("leaderboard", run.toString()), journal + ":", "this line is damaged");
    assertThat(journal).hasContent(before);
  }

  @Test
  void aRunWithoutItsSweepFileIsNotResumed() throws IOException {
    Path run = copy();
    Files.delete(run.resolve("sweep.yaml"));

    refused(resume(run), run + " holds no run to go on with", "sweep.yaml");
  }

  private static void refused(Terminal terminal, String... said) {
    assertThat(terminal.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(terminal.err()).contains(said).doesNotContain("\tat ", "Exception");
    assertThat(terminal.err().lines()).hasSize(1);
    assertThat(terminal.out()).isEmpty();
  }

  private Path journal() {
    return example.out().resolve("journal.jsonl");
  }

  private Terminal resume(Path run) {
    return Terminal.run(
        "run",
        example.sweep().toString(),
        "--resume",
        "--master",
        "local[2]",
        "--out",
        run.toString());
  }

  /** The finished run once more, to be tampered with. */
  private Path copy() throws IOException {
    Path copy = example.folder().resolve("copy-" + copies++);
    try (Stream<Path> files = Files.walk(example.out())) {
      for (Path each : files.toList()) {
        Files.copy(each, copy.resolve(example.out().relativize(each).toString()));
      }
    }
    return copy;
  }

  /** The sentences about the best trial and its test score. */
  private static String resultOf(Terminal terminal) {
    int from = terminal.out().indexOf("best: trial");
    return terminal.out().substring(from, terminal.out().indexOf("best model:"));
  }

  private static List<Map<String, String>> withoutTheRun(Path run) throws Exception {
    return Rows.of(RunLocation.folder(run.toString()));
  }

  private static List<CSVRecord> leaderboard(Path run) throws IOException {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).build();
    try (CSVParser parser =
        CSVParser.parse(Files.readString(run.resolve("leaderboard.csv")), format)) {
      return parser.getRecords();
    }
  }
}
