package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.config.SweepFileReader;
import sweep4j.trial.Task;
import sweep4j.worker.data.Labels;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.data.Subset;

/** Ensembles of real sweeps on Spark, short ones, down to the lines that users load them with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnsembleEndToEndTest {

  private static final String[] DIGITS = {
    "../sweeps/digits-random.yaml",
    "--trials",
    "6",
    "--set",
    "training.max_epochs=4",
    "--set",
    "ensemble.top=3"
  };

  private static final String[] CONCRETE = {
    "../sweeps/concrete-coarse-to-fine.yaml",
    "--trials",
    "4",
    "--set",
    "training.max_epochs=6",
    "--set",
    "ensemble.top=3"
  };

  private Path folder = Path.of("");
  private Terminal first = new Terminal(-1, "", "");

  @BeforeAll
  void runOnce(@TempDir Path temporary) {
    folder = temporary;
    first = run("local[2]", folder.resolve("first"), DIGITS);
    assertThat(first.status()).as(first.err()).isEqualTo(ExitStatus.SUCCESS);
  }

  private static Terminal run(String master, Path out, String[] sweep, String... more) {
    var arguments = new ArrayList<>(List.of("run", "--master", master, "--out", out.toString()));
    arguments.addAll(List.of(sweep));
    arguments.addAll(List.of(more));
    return Terminal.run(arguments.toArray(String[]::new));
  }

  @Test
  void threeModelsAreKeptAndWhatTheyAreWorthIsSaid() throws IOException {
    assertThat(files(folder.resolve("first"))).hasSize(4);
    InTheReference.isEachFileOf(folder.resolve("first"));
    assertThat(first.out())
        .contains(
            "ensemble: of the best 3 trials",
            "best 3 trials",
            "single: trial ",
            "greedy: trial ",
            "test accuracy against the single best: average ",
            "ensemble: " + folder.resolve("first/ensemble"));
    JsonNode ensembles = json(folder.resolve("first")).get("ensembles");
    assertThat(ensembles.at("/average/members")).hasSize(3);
    assertThat(ensembles.at("/single/members")).hasSize(1);
    assertThat(ensembles.at("/greedy/validation/loss").asDouble())
        .isLessThanOrEqualTo(ensembles.at("/single/validation/loss").asDouble());
    // Deeplearning4j's own evaluation says the same of the best trial alone.
    assertThat(first.out())
        .contains(
            "test accuracy: %.4f  (".formatted(ensembles.at("/single/test/accuracy").asDouble()));
  }

  @Test
  void oneSlotGivesTheSameFilesByteForByte() throws IOException {
    Path alone = folder.resolve("alone");

    assertThat(run("local[1]", alone, DIGITS, "--quiet").status()).isZero();

    assertThat(files(alone)).isEqualTo(files(folder.resolve("first")));
  }

  /** A kill between the journal and a model, another within a write, and models of before. */
  @Test
  void aRunThatWasKilledGoesOnToTheSameFiles() throws IOException {
    Path run = folder.resolve("killed");
    copy(folder.resolve("first"), run);
    List<String> journal = Files.readAllLines(run.resolve("journal.jsonl"));
    Files.write(run.resolve("journal.jsonl"), journal.subList(0, 5));
    Path models = run.resolve("models");
    try (Stream<Path> all = Files.list(models)) {
      Files.delete(all.sorted().findFirst().orElseThrow());
    }
    Files.writeString(models.resolve("trial-77.zip"), "of another time");
    Files.delete(run.resolve("ensemble/ensemble.json"));

    Terminal terminal = run("local[2]", run, DIGITS, "--resume");

    assertThat(terminal.status()).as(terminal.err()).isZero();
    assertThat(files(run)).isEqualTo(files(folder.resolve("first")));
    assertThat(ofTheEnsemble(terminal)).isEqualTo(ofTheEnsemble(first));
  }

  /** The model of one trial under the name of another would be averaged without a word. */
  @Test
  void aModelThatIsNotItsTrialsIsFound() throws IOException {
    Path run = folder.resolve("mixed-up");
    copy(folder.resolve("first"), run);
    List<Path> models;
    try (Stream<Path> all = Files.list(run.resolve("models"))) {
      models = all.sorted().toList();
    }
    Files.copy(models.get(0), models.get(0).resolveSibling("kept"));
    Files.delete(models.get(0));
    Files.copy(models.get(1), models.get(0));

    Terminal terminal = run("local[2]", run, DIGITS, "--resume");

    assertThat(terminal.status()).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .contains("ensemble: none; " + models.get(0) + " does not have the validation loss");
    assertThat(run.resolve("ensemble/ensemble.json")).doesNotExist();
  }

  @Test
  void theLinesOfTheReadmeGiveTheScoresOfTheTestRows() throws Exception {
    assertGivesTheScores(folder.resolve("first"), DIGITS[0]);
    Path concrete = folder.resolve("concrete");
    assertThat(run("local[2]", concrete, CONCRETE).out())
        .contains("test rmse against the single best: average ");
    assertGivesTheScores(concrete, CONCRETE[0]);
  }

  private static void assertGivesTheScores(Path run, String file) throws Exception {
    SweepDefinition sweep = SweepFileReader.read(Path.of(file), List.of());
    PreparedData data = Data.load(sweep);
    Subset test = data.test();
    var features = new float[test.size()][data.inputWidth()];
    for (int row = 0; row < features.length; row++) {
      test.examples().features().copyRow(test.row(row), features[row], 0);
    }

    INDArray answer = LoadEnsemble.answer(run, Nd4j.createFromArray(features));

    JsonNode greedy = json(run).at("/ensembles/greedy");
    assertThat(greedy.get("members").size()).as("members, or nothing is averaged").isGreaterThan(1);
    // Single precision against double, and the scaling of inputs is the same.
    assertThat(quality(data, answer))
        .isCloseTo(
            greedy
                .at(data.task() == Task.CLASSIFICATION ? "/test/accuracy" : "/test/rmse")
                .asDouble(),
            within(data.task() == Task.CLASSIFICATION ? 1e-12 : 1e-4));
  }

  private static double quality(PreparedData data, INDArray answer) {
    double sum = 0;
    for (int i = 0; i < data.test().size(); i++) {
      int row = data.test().row(i);
      if (data.test().examples().labels() instanceof Labels.Classes classes) {
        sum += answer.getRow(i).argMax().getInt(0) == classes.of(row) ? 1 : 0;
      } else if (data.test().examples().labels() instanceof Labels.Targets targets) {
        sum += Math.pow(answer.getDouble(i, 0) - targets.of(row), 2);
      }
    }
    double mean = sum / data.test().size();
    return data.task() == Task.CLASSIFICATION ? mean : Math.sqrt(mean);
  }

  /** A pruned trial's network is gone when others decide its end, and is trained for again. */
  @Test
  void prunedTrialsTakePart(@TempDir Path elsewhere) throws IOException {
    Example example = Example.in(elsewhere);
    Example.edit(example.sweep(), "[1.0e-2, 1.0e+6]", "[1.0e-2, 2.0e-2, 5.0e-3]");
    Example.edit(
        example.sweep(),
        "{method: grid}",
        "{method: grid, pruner: {method: successive_halving, reduction_factor: 3, bracket_trials: 3}}");

    Terminal terminal = example.run("--set", "ensemble.top=6");

    assertThat(terminal.status()).as(terminal.err()).isZero();
    assertThat(Files.readString(example.out().resolve("leaderboard.csv"))).contains("PRUNED");
    assertThat(json(example.out()).at("/ensembles/average/members")).hasSize(6);
  }

  @Test
  void oneTrialIsNoEnsemble(@TempDir Path elsewhere) throws IOException {
    Example example = Example.in(elsewhere);
    Example.edit(example.sweep(), "[8, 16]", "[8]");

    Terminal terminal = example.run("--set", "ensemble={}");

    assertThat(terminal.status()).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains("test accuracy: ", "ensemble: none; it takes two trials");
    assertThat(example.out().resolve("ensemble")).doesNotExist();
  }

  /** 100 models with one answer to each of 400,000 rows are more than 2^25 numbers. */
  @Test
  void moreAnswersThanFitAreRefusedBeforeAnythingStarts(@TempDir Path elsewhere)
      throws IOException {
    Example example = Example.in(elsewhere);
    Files.writeString(example.table(), "x,kind\n" + "1,2\n2,3\n".repeat(220_000));

    Terminal terminal =
        Terminal.run(
            "validate",
            example.sweep().toString(),
            "--set",
            "data.task=regression",
            "--set",
            "data.validation=0.9",
            "--set",
            "data.test=0.05",
            "--set",
            "ensemble.top=100");

    assertThat(terminal.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(terminal.err())
        .startsWith("ensemble.top: 100 models")
        .contains("lower ensemble.top");
  }

  @Test
  void theReadmeShowsTheLinesThatAreTested() throws IOException {
    String source = Files.readString(Path.of("src/test/java/sweep4j/driver/cli/LoadEnsemble.java"));
    String lines = between(source, "    // README begin\n", "    // README end\n");

    assertThat(
            between(
                Files.readString(Path.of("..", "README.md")),
                "<!-- from: LoadEnsemble.java -->\n```java\n",
                "```\n"))
        .isEqualTo(lines.replaceAll("(?m)^    ", ""));
  }

  private static String between(String text, String begin, String end) {
    assertThat(text).contains(begin);
    int from = text.indexOf(begin) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }

  private static JsonNode json(Path run) throws IOException {
    return new ObjectMapper().readTree(run.resolve("ensemble/ensemble.json").toFile());
  }

  private static String ofTheEnsemble(Terminal terminal) {
    return between(terminal.out(), "validation loss", "ensemble: ");
  }

  /** The files of the ensemble, each with its bytes. */
  private static Map<String, String> files(Path run) throws IOException {
    var files = new TreeMap<String, String>();
    for (String folder : List.of("models", "ensemble")) {
      try (Stream<Path> all = Files.walk(run.resolve(folder))) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          files.put(
              run.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
        }
      }
    }
    return files;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    }
  }
}
