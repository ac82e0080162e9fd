package sweep4j.driver.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sweep4j.driver.GatedNet;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.OwnNetwork;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.Tunable;
import sweep4j.worker.model.FactoryLoader;

/** Sweep files over a user's own network. */
class OwnNetworkFileTest {

  private static final String SWEEP =
      """
      name: own
      data: {format: csv, path: table.csv, label: kind}
      model: {type: class, factory: sweep4j.driver.GatedNet, custom.depth: 3, activation: tanh}
      search:
        method: random
        max_trials: 10
        try_first: [{custom.block: gated, custom.rate: 0.25}]
      parameters:
        learning_rate: {distribution: log_uniform, min: 1e-5, max: 0.1}
        custom.rate: {distribution: uniform, min: 0.0, max: 0.5, when: {custom.block: gated}}
        custom.block: {values: [plain, gated]}
      """;

  @TempDir Path folder;

  private SweepDefinition read(String text, String... overrides)
      throws IOException, SweepFileException {
    Path file = folder.resolve("own.yaml");
    Files.writeString(file, text);
    return SweepFileReader.read(
        file,
        List.of(overrides),
        new Lookups(
            TextFiles.local(), new FactoryLoader(getClass().getClassLoader(), "a.jar")::describe));
  }

  private List<String> problems(String text, String... overrides) throws IOException {
    try {
      read(text, overrides);
      return List.of();
    } catch (SweepFileException wrong) {
      return wrong.problems().stream()
          .map(each -> each.toString().replace(folder.resolve("own.yaml") + ":", "").strip())
          .toList();
    }
  }

  @Test
  void itsParametersAreFixedSearchedAndWishedForAsAnyOther() throws Exception {
    SweepDefinition sweep = read(SWEEP);

    assertThat(sweep.workload().model())
        .isInstanceOfSatisfying(
            OwnNetwork.class,
            own -> assertThat(own.factory()).isEqualTo("sweep4j.driver.GatedNet"));
    assertThat(sweep.workload().fixed().whole(GatedNet.DEPTH)).isEqualTo(3);
    assertThat(sweep.workload().fixed().set())
        .containsEntry(GatedNet.DEPTH, new Whole(3))
        .containsEntry(Hyperparameter.ACTIVATION, new Text("tanh"))
        .as("of the model's only what the network uses")
        .doesNotContainKey(Hyperparameter.HIDDEN_UNITS);
    assertThat(sweep.space().hyperparameters())
        .containsExactly(Hyperparameter.LEARNING_RATE, GatedNet.RATE, GatedNet.BLOCK);
    assertThat(sweep.search().tryFirst().get(0).set())
        .containsOnlyKeys(GatedNet.BLOCK, GatedNet.RATE);
    var plain =
        sweep.space().at(new double[] {0.5, 0.5, 0.1}).set().keySet().stream().map(Tunable::key);
    assertThat(plain).containsExactly("learning_rate", "custom.block");
  }

  /** Where a run is read, the jar need not be. */
  @Test
  void theWrittenFileIsTheSameSweepWithoutTheClass() throws Exception {
    SweepDefinition sweep = read(SWEEP);
    Path written = folder.resolve("sweep.yaml");
    Files.writeString(written, SweepFileWriter.write(sweep));

    assertThat(SweepFileReader.read(written, List.of())).isEqualTo(sweep);
    assertThat(read(Files.readString(written))).isEqualTo(sweep);
  }

  @Test
  void aWrittenFileThatTheClassHasLeftBehindIsRefused() throws Exception {
    String written = SweepFileWriter.write(read(SWEEP)).replace("max: 13", "max: 12");

    assertThat(problems(written))
        .singleElement()
        .asString()
        .contains("model.declares and model.uses must be left out or be what the class says");
  }

  @Test
  void overridesNameThemWithTheirDot() throws Exception {
    SweepDefinition sweep =
        read(SWEEP, "model.custom.depth=5", "parameters.custom.block.values=[gated]");

    assertThat(sweep.workload().fixed().whole(GatedNet.DEPTH)).isEqualTo(5);
    assertThat(sweep.space().parameter(GatedNet.BLOCK).domain().levels()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "custom.depth: 3 | custom.dephts: 3 | 3: unknown key `custom.dephts` in model; did you mean `custom.depth`?",
        "custom.depth: 3 | custom.size: 3 | 3: unknown key `custom.size` in model; the network declares custom.block, custom.depth, custom.rate",
        "custom.depth: 3 | custom.depth: 14 | 3: model.custom.depth must be a whole number from 1 to 13, but got 14",
        "custom.depth: 3 | hidden_units: 3 | 3: model.hidden_units must be left out: the network of model.factory does not use it",
        "[plain, gated] | [plain, gatde] | 11: each of parameters.custom.block.values must be one of plain, gated, but got gatde",
        "max: 0.5, | max: 1.5, | 10: parameters.custom.rate.max must be a number of at least 0.0 and at most 1.0, but got 1.5",
        "factory: sweep4j.driver.GatedNet | factory: a-b | 3: model.factory must be the full name of a class, such as com.example.WideNet, but got a-b",
        "factory: sweep4j.driver.GatedNet, | '' | 3: model.factory is missing: class that builds the user's own network",
        "type: class | type: clas | '3: model.type must be one of mlp, cnn, resnet, dl4j, class, but got clas'",
      })
  void whatIsWrongIsNamedAlone(String old, String replacement, String problem) throws Exception {
    assertThat(SWEEP).contains(old);
    assertThat(problems(SWEEP.replace(old, replacement))).containsExactly(problem);
  }

  /** Its parameters are not to be complained of, as nobody knows them. */
  @Test
  void aClassThatIsNotThereIsTheOnlyProblem() throws Exception {
    assertThat(problems(SWEEP.replace("GatedNet", "GatdeNet")))
        .containsExactly(
            "3: model.factory: class sweep4j.driver.GatdeNet is not in a.jar: give its jar with"
                + " --jars, and the name with its package");
  }

  @Test
  void anotherKindOfNetworkHasNoneOfIt() throws Exception {
    assertThat(problems(SWEEP.replace("type: class", "type: mlp")))
        .contains(
            "3: model.factory belongs to model.type class, but model.type is mlp",
            "3: unknown key `custom.depth` in model; the network declares no parameters of its own"
                + " (model.type: class may)");
  }
}
