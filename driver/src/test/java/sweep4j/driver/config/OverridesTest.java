package sweep4j.driver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static sweep4j.driver.config.SweepText.SOUND;
import static sweep4j.driver.config.SweepText.with;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.driver.space.Choices;
import sweep4j.driver.space.LogUniform;
import sweep4j.trial.Catalogue;
import sweep4j.trial.DataSource;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.Tunable;

class OverridesTest {

  @Test
  void replacesAndAdds(@TempDir Path folder) throws Exception {
    SweepDefinition sweep =
        SweepText.read(
            folder,
            SOUND,
            "training.max_epochs=3",
            "parameters.learning_rate.max=0.5",
            "parameters.batch_size.values=[8, 4]",
            "data.label=a=b",
            "model.dropout=0.25");
    assertThat(sweep.workload().maxEpochs()).isEqualTo(3);
    assertThat(sweep.space().parameters().get(0).domain()).isEqualTo(new LogUniform(1e-5, 0.5));
    assertThat(sweep.space().parameters().get(1).domain())
        .isEqualTo(new Choices(List.of(new Whole(8), new Whole(4))));
    assertThat(((DataSource.Csv) sweep.data().source()).label()).isEqualTo("a=b");
    assertThat(sweep.workload().fixed().value(sweep4j.trial.Hyperparameter.DROPOUT))
        .hasToString("0.25");
  }

  @Test
  void addsSectionsThatTheFileLacks(@TempDir Path folder) throws Exception {
    String text = with("metric: {name: validation_accuracy}\n", "metric:\n");
    assertThat(
            SweepText.read(folder, text, "metric.name=validation_loss").workload().metric().key())
        .isEqualTo("validation_loss");
  }

  @Test
  void theLaterOneCounts(@TempDir Path folder) throws Exception {
    assertThat(SweepText.read(folder, SOUND, "seed=1", "seed=2").seed()).isEqualTo(2);
  }

  @Test
  void repairsTheFile(@TempDir Path folder) throws Exception {
    assertThat(SweepText.read(folder, with("seed: 7", "seed: x"), "seed=3").seed()).isEqualTo(3);
  }

  @Test
  void saysWhichOneIsWrong(@TempDir Path folder) throws IOException {
    assertThat(
            SweepText.problems(
                folder,
                SOUND,
                "training.epochs=3",
                "seed",
                "training..max_epochs=3",
                "=3",
                "model.hidden_units=[1",
                "data.test=&a 0.1",
                "data.validation.path=x.csv",
                "training.max_epochs=",
                "parameters.inertia={value: 0.9}"))
        .containsExactly(
            "--set training.epochs=3: unknown key `epochs` in training; known keys are %s"
                .formatted(String.join(", ", Key.namesIn("training"))),
            "--set seed: an override must be path=value, such as training.max_epochs=3",
            "--set training..max_epochs=3: an override must be path=value, such as"
                + " training.max_epochs=3",
            "--set =3: an override must be path=value, such as training.max_epochs=3",
            "--set model.hidden_units=[1: this is not valid YAML: while parsing a flow sequence,"
                + " expected ',' or ']', but got <stream end>",
            "--set data.test=&a 0.1: anchors and aliases (&name, *name) are not understood; write"
                + " the value out",
            "--set data.validation.path=x.csv: data.validation is 0.2 at line 7 and has nothing"
                + " inside; set it as a whole, data.validation={...}",
            "--set training.max_epochs=: training.max_epochs has no value",
            "--set parameters.inertia={value: 0.9}: unknown key `inertia` in parameters; known keys are %s"
                .formatted(
                    Catalogue.standard().all().stream()
                        .map(Tunable::key)
                        .collect(Collectors.joining(", "))));
  }

  @Test
  void twoSourcesOfOneHyperparameterNameBothPlaces(@TempDir Path folder) throws IOException {
    assertThat(SweepText.problems(folder, SOUND, "parameters.hidden_units.values=[8]"))
        .containsExactly(
            "--set parameters.hidden_units.values=[8]: parameters.hidden_units must be left out or"
                + " searched alone: model.hidden_units fixes it, at line 9");
    assertThat(SweepText.problems(folder, SOUND, "training.batch_size=8"))
        .containsExactly(
            "17: parameters.batch_size must be left out or searched alone: training.batch_size"
                + " fixes it, at --set training.batch_size=8");
  }
}
