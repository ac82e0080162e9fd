package sweep4j.driver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static sweep4j.driver.config.SweepText.CSV;
import static sweep4j.driver.config.SweepText.IDX;
import static sweep4j.driver.config.SweepText.SOUND;
import static sweep4j.driver.config.SweepText.with;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.ModelType;
import sweep4j.trial.ModelType.Resnet.Block;
import sweep4j.trial.ParameterValue.Widths;

/** Prevents a setting of one kind of network that is silently ignored by another. */
class ModelSectionTest {

  @TempDir private Path folder;

  private ModelType model(String text, String model) throws Exception {
    return SweepText.read(folder, text, "model=" + model).workload().model();
  }

  @Test
  void everyTypeIsRead() throws Exception {
    String images = with(CSV, IDX);
    assertThat(model(SOUND, "{type: mlp}")).isEqualTo(new ModelType.Mlp());
    assertThat(model(images, "{type: cnn}")).isEqualTo(new ModelType.Cnn());
    assertThat(model(SOUND, "{type: resnet}")).isEqualTo(new ModelType.Resnet(Block.DENSE));
    assertThat(model(images, "{type: resnet}"))
        .isEqualTo(new ModelType.Resnet(Block.CONVOLUTIONAL));
    assertThat(model(images, "{type: resnet, block: dense}"))
        .isEqualTo(new ModelType.Resnet(Block.DENSE));
  }

  @Test
  void aConfigurationIsReadFromBesideTheSweepFile() throws Exception {
    Files.writeString(folder.resolve("net.json"), "{}");
    assertThat(model(SOUND, "{type: dl4j, configuration: net.json}"))
        .isEqualTo(new ModelType.Dl4j(folder.resolve("net.json").toString(), "{}"));
  }

  /** Else a default of ours would replace what the description says. */
  @Test
  void whatADescriptionDecidesIsLeftToIt() throws Exception {
    Files.writeString(folder.resolve("net.json"), "{}");
    var fixed =
        SweepText.read(folder, SOUND, "model={type: dl4j, configuration: net.json}")
            .workload()
            .fixed();
    assertThat(fixed.set()).containsOnlyKeys(Hyperparameter.LABEL_SMOOTHING);
  }

  @Test
  void widthsMayBeWrittenAsOnTheLeaderboard() throws Exception {
    var fixed =
        SweepText.read(folder, with(CSV, IDX), "model={type: cnn, filters: 8x16}")
            .workload()
            .fixed();
    assertThat(fixed.value(Hyperparameter.FILTERS)).isEqualTo(new Widths(List.of(8, 16)));
    assertThat(SweepText.problems(folder, SOUND, "model={hidden_units: 8x}")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: cnn}                   | model.type cannot be cnn for these data: that needs images (data.format: idx or images); mlp and resnet (block: dense) take any
          {type: resnet, block: convolutional} | model.block cannot be convolutional for these data: that needs images (data.format: idx or images); mlp and resnet (block: dense) take any
          {type: resnet, block: wide}   | model.block must be one of dense, convolutional, but got wide
          {block: dense}                | model.block belongs to model.type resnet, but model.type is mlp
          {configuration: net.json}     | model.configuration belongs to model.type dl4j, but model.type is mlp
          {type: dl4j}                  | model.configuration is missing: file of Deeplearning4j's that describes the network
          {filters: [8]}                | model.filters must be left out: it is for model types cnn, resnet (convolutional), class, but this one is mlp
          {residual_blocks: 3}          | model.residual_blocks must be left out: it is for model types resnet, class, but this one is mlp
          {type: resnet, hidden_layers: 3} | model.hidden_layers must be left out: it is for model types mlp, cnn, class, but this one is resnet (dense)
          {type: resnet, filters: 8}    | model.filters must be left out: it is for model types cnn, resnet (convolutional), class, but this one is resnet (dense)
          """)
  void whatDoesNotFitIsRefused(String model, String problem) throws Exception {
    assertThat(SweepText.problems(folder, SOUND, "model=" + model))
        .singleElement()
        .asString()
        .endsWith(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          batch_norm     | it is for model types mlp, cnn, resnet, class, but this one is dl4j
          hidden_units   | it is for model types mlp, cnn, resnet (dense), class, but this one is dl4j
          momentum       | updater decides whether it has an effect, and must be set too, as the network's own is not read here
          beta1          | updater decides whether it has an effect, and must be set too, as the network's own is not read here
          """)
  void aDescribedNetworkObeysNoSettingOfItsLayers(String name, String problem) throws Exception {
    Files.writeString(folder.resolve("net.json"), "{}");
    Hyperparameter parameter = Hyperparameter.named(name).orElseThrow();
    String value = name.equals("batch_norm") ? "true" : name.equals("hidden_units") ? "8" : "0.5";
    assertThat(
            SweepText.problems(
                folder,
                SOUND,
                "model={type: dl4j, configuration: net.json}",
                parameter.group().section() + "." + name + "=" + value))
        .singleElement()
        .asString()
        .endsWith(name + " must be left out: " + problem);
  }

  @Test
  void aConfigurationThatIsNotThereIsNamed() throws Exception {
    assertThat(SweepText.problems(folder, SOUND, "model={type: dl4j, configuration: no.json}"))
        .singleElement()
        .asString()
        .contains(
            "model.configuration: "
                + folder.resolve("no.json")
                + " cannot be read: there is no such file");
  }

  /** A run must not go on with another network under the same name. */
  @Test
  void theWrittenFileTellsOneConfigurationFromAnother() throws Exception {
    String override = "model={type: dl4j, configuration: net.json}";
    Files.writeString(folder.resolve("net.json"), "{}");
    String before = SweepFileWriter.write(SweepText.read(folder, SOUND, override));
    Files.writeString(folder.resolve("net.json"), "{ }");
    assertThat(SweepFileWriter.write(SweepText.read(folder, SOUND, override))).isNotEqualTo(before);
  }
}
