package sweep4j.driver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static sweep4j.driver.config.SweepText.CSV;
import static sweep4j.driver.config.SweepText.IDX;
import static sweep4j.driver.config.SweepText.SOUND;
import static sweep4j.driver.config.SweepText.with;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;

/** Prevents that a run's folder tells of another sweep than the one that ran. */
class SweepFileWriterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seed=-9223372036854775808",
        "training.early_stopping=none",
        "training.early_stopping.min_delta=1e-300",
        "training.early_stopping.metric=validation_accuracy",
        "training.early_stopping.max_minutes=0.5",
        "training.gradient_norms=true",
        "training.lambda=0.30000000000000004",
        "data.test={path: 'a, b.csv'}",
        "data.path=[a.csv, 'hdfs://n/b, c.csv']",
        "data.test={path: [a.csv, b.csv]}",
        "data.categorical=[town, '1, 2']",
        "data.ignore=[id]",
        "data.missing=drop",
        "data.delivery=read",
        "data.delivery=broadcast",
        "search={method: coarse_to_fine, max_trials: 7, rounds: 2}",
        "search={method: coarse_to_fine, max_trials: 500}",
        "search={method: coarse_to_fine, max_trials: 7, keep: 1, shrink: 0.123456789, expand: true}",
        "search.pruner=successive_halving",
        "search.pruner={method: successive_halving, reduction_factor: 2, bracket_trials: 7}",
        "search.pruner={method: hyperband, reduction_factor: 4, min_epochs: 2}",
        "search.pruner=median",
        "confirm={}",
        "confirm={top: 1, repeats: 2}",
        "confirm={top: 100, repeats: 1, folds: 10}",
        "confirm.folds=2",
        "ensemble={}",
        "ensemble={top: 2}",
        "ensemble.top=100",
        "training.mode=data_parallel",
        "training={mode: data_parallel, workers: 7, averaging_frequency: 3}",
        "refit={}",
        "refit={on: train}",
        "refit={mode: data_parallel}",
        "refit={mode: data_parallel, workers: 1024, averaging_frequency: 1, compare: true}",
        "test={}",
        "test.top=100",
        "search.pruner={method: median, startup_trials: 9, warmup_epochs: 3, interval_epochs: 2}",
        "search={method: sobol, max_trials: 7}",
        "search={method: tpe, max_trials: 7, startup_trials: 3}",
        "search={method: gp, max_trials: 7, startup_trials: 20}",
        "parameters={dropout: {distribution: uniform, min: 0, max: 0.1}}",
        "parameters={dropout: {distribution: uniform, min: 0, max: 0.1, steps: 3}}",
        "parameters={batch_size: {distribution: int_uniform, min: 1, max: 16777216}}",
        "parameters={batch_size: {distribution: int_log_uniform, min: 1, max: 9}}",
        "parameters={lambda: {value: 5e-324}}",
        "model.batch_norm=true",
        "model.hidden_layers=1",
        "model={type: resnet, residual_blocks: 3}",
        "model={type: resnet, block: dense, hidden_units: 64x32}",
        "training={updater: sgd, momentum: 0.5}",
        "training={learning_rate_schedule: step, learning_rate_decay: 0.25}",
        "parameters={batch_norm: {values: [true, false]}, hidden_layers: {value: 2}}",
        "parameters={updater: {values: [sgd, adam]}, momentum: {values: [0.0, 0.5]}}",
        "parameters={activation: {values: [tanh, relu]}, updater: {value: sgd}}",
        "parameters={dropout: {distribution: q_uniform, min: 0, max: 0.6, q: 0.1}}",
        "parameters={batch_size: {distribution: int_uniform, min: 16, max: 64, q: 16}}",
        "parameters={batch_size: {values: [64, 16], weights: [3, 0.1]}}",
        "parameters={batch_size: {values: [64, 16, 32], ordered: false, weights: [3, 1, 2]}}",
        "parameters={activation: {values: [tanh, relu], ordered: true, weights: [2, 2]}}",
        "parameters={activation: {values: [tanh, relu], when: {batch_size: 16, updater: [sgd]}},"
            + " batch_size: {values: [16, 32]}, updater: {values: [sgd, adam]}}",
        "parameters={dropout: {value: 0.5, when: {updater: [sgd]}}, updater: {value: sgd}}",
        "parameters={dropout: {value: 0.5, when: {updater: [adam]}}}",
        "limits={max_attempts: 5, max_failed_trials: 9, timeout: 1.5h, trial_timeout: 90s}",
        "resources={gpu: 1}",
        "resources.gpu=0.125",
        "search.try_first=[{learning_rate: 1e-2, batch_size: 32}, {batch_size: 16}]",
        "search={method: coarse_to_fine, max_trials: 7, warm_start: 'runs/of yesterday'}"
      })
  void readsBackAsItself(String override, @TempDir Path folder) throws Exception {
    assertSame(SweepText.read(folder, SOUND, override), folder);
  }

  @Test
  void imagesReadBack(@TempDir Path folder) throws Exception {
    String text = with(CSV, IDX).replace("test: 0.1", "test: {images: 's3a://b/x', labels: l}");
    assertSame(SweepText.read(folder, text), folder);
    assertSame(SweepText.read(folder, text, "augmentation.augment_shift=0.1"), folder);
    assertSame(SweepText.read(folder, text, "model={type: cnn, filters: 8x16x32}"), folder);
    assertSame(SweepText.read(folder, text, "model={type: resnet, filters: [8, 16]}"), folder);
    assertSame(SweepText.read(folder, text, "model={type: resnet, block: dense}"), folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data={format: parquet, path: [a, b], label: y, categorical: [c], missing: mean}",
        "data={format: libsvm, path: a.txt, task: regression}",
        "data={format: libsvm, path: [a, b], columns: 16777216, validation: {path: c}}",
        "data={format: images, path: d, scale: standardize}",
        "data={format: images, path: d, image_size: [28, 32], test: {path: e}}"
      })
  void everyFormatReadsBack(String override, @TempDir Path folder) throws Exception {
    String text = with("metric: {name: validation_accuracy}", "metric: {name: validation_loss}");
    assertSame(SweepText.read(folder, text, override), folder);
  }

  @Test
  void searchedWidthsReadBack(@TempDir Path folder) throws Exception {
    String text =
        with("model: {hidden_units: [64, 32]}\n", "")
            .replace("batch_size: {values: [16, 32]}", "hidden_units: {values: [[8, 4], 16]}");
    assertSame(SweepText.read(folder, text), folder);
    assertSame(
        SweepText.read(
            folder,
            text,
            "parameters.dropout={value: 0.1, when: {hidden_units: [[8, 4], 16]}}",
            "search.try_first=[{hidden_units: [8, 4]}, {hidden_units: 16, learning_rate: 0.1}]"),
        folder);
  }

  /** Labels are whatever a table's header says. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: b",
        "#",
        "x # y",
        "null",
        "~",
        "yes",
        "1e5",
        "010",
        "- a",
        "é",
        "😀",
        "two\nlines",
        "a\tb",
        "*a",
        "&a",
        "!x",
        "'",
        "\"",
        "\\",
        "{a}",
        "[a]",
        "a,b",
        "%",
        "@",
        "`",
        " a ",
        "?",
        "\u0085",
        "a\u2028b",
        "\uFEFF",
        "\u007f",
        "\u0007",
        "a\r\nb",
        "=",
        "<<",
        "|",
        ">"
      })
  void anyLabelReadsBack(String label, @TempDir Path folder) throws Exception {
    SweepDefinition sound = SweepText.read(folder, SOUND);
    DataSettings data = sound.data();
    var source = new DataSource.Csv("/a/" + label, label);
    var odd =
        new SweepDefinition(
            sound.name(),
            sound.seed(),
            new DataSettings(source, data.task(), data.validation(), data.test(), data.scale()),
            sound.workload(),
            sound.space(),
            sound.search());
    assertSame(odd, folder);
  }

  @Test
  void writesEveryDefaultAndNoRelativePath(@TempDir Path folder) throws Exception {
    assertThat(SweepFileWriter.write(SweepText.read(folder, SOUND)))
        .isEqualTo(
            """
            # The sweep as sweep4j understood it, every default written out.
            name: example
            seed: 7

            data:
              format: csv
              path: %s/table.csv
              label: kind
              categorical: []
              ignore: []
              missing: error
              task: classification
              validation: 0.2
              test: 0.1
              scale: standardize
              delivery: auto

            model:
              type: mlp
              hidden_units: [64, 32]
              activation: relu
              weight_init: auto
              batch_norm: false
              dropout: 0.0
              dropout_kind: standard
              input_dropout: 0.0
              input_noise: 0.0
              weight_noise: 0.0

            training:
              updater: adam
              learning_rate_schedule: constant
              warmup_epochs: 0.0
              beta1: 0.9
              beta2: 0.999
              epsilon: 1.0E-8
              lambda: 0.0
              l1: 0.0
              max_norm: 0.0
              gradient_clip_norm: 0.0
              gradient_clip_value: 0.0
              label_smoothing: 0.0
              class_weights: none
              max_epochs: 20
              early_stopping: {patience: 3, min_delta: 0.0}
              gradient_norms: false

            metric:
              name: validation_accuracy
              goal: maximize

            search:
              method: random
              max_trials: 10
              pruner: none

            parameters:
              learning_rate: {distribution: log_uniform, min: 1.0E-5, max: 0.1}
              batch_size: {values: [16, 32]}

            limits:
              max_attempts: 3
              max_failed_trials: none
              timeout: none
              trial_timeout: none

            resources:
              gpu: 0
            """
                .formatted(folder));
  }

  /** A key that the writer forgets would silently take a later version's default. */
  @Test
  void knowsEveryKeyOfTheFile(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("net.json"), "{}");
    String written =
        SweepFileWriter.write(SweepText.read(folder, SOUND, "model={type: resnet}"))
            + SweepFileWriter.write(
                SweepText.read(folder, SOUND, "model={type: dl4j, configuration: net.json}"));
    for (String method : List.of("coarse_to_fine", "tpe")) {
      written +=
          SweepFileWriter.write(
              SweepText.read(
                  folder,
                  SOUND,
                  "search={method: %s, max_trials: 9, warm_start: runs/x}".formatted(method),
                  "search.try_first=[{learning_rate: 0.1}]",
                  "confirm.folds=2",
                  "ensemble={}",
                  "test.top=2",
                  "refit.mode=data_parallel",
                  "training.mode=data_parallel",
                  "parameters.dropout={value: 0.1}"));
    }
    String both = written;
    assertThat(
            Arrays.stream(Key.values())
                .filter(key -> key.depth() == 0 || (key.depth() == 1 && !key.path().contains("*")))
                .filter(key -> key != Key.DATA_IMAGES && key != Key.DATA_LABELS)
                .filter(key -> key != Key.DATA_COLUMNS && key != Key.DATA_IMAGE_SIZE)
                .filter(key -> key != Key.AUGMENTATION)
                // Those of a user's own network are held to in OwnNetworkFileTest.
                .filter(
                    key ->
                        key != Key.MODEL_FACTORY
                            && key != Key.MODEL_DECLARES
                            && key != Key.MODEL_USES))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(both).contains(key.leaf() + ":"));
  }

  private static void assertSame(SweepDefinition sweep, Path folder) throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("run")).resolve("sweep.yaml");
    Files.writeString(elsewhere, SweepFileWriter.write(sweep));
    assertThat(SweepFileReader.read(elsewhere, List.of())).isEqualTo(sweep);
  }
}
