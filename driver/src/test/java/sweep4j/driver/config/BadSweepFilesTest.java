package sweep4j.driver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static sweep4j.driver.config.SweepText.CSV;
import static sweep4j.driver.config.SweepText.IDX;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each row spoils a sound file in one way and expects the exact words. What it prevents: a mistake
 * that passes silently and costs a night of training, and a message that sends people to the wrong
 * line.
 */
class BadSweepFilesTest {
  private static final String RATE =
      "learning_rate: {distribution: log_uniform, min: 1e-5, max: 0.1}";
  private static final String BATCH = "batch_size: {values: [16, 32]}";
  private static final String SEARCH = "search: {method: random, max_trials: 10}";
  private static final String METRIC = "metric: {name: validation_accuracy}";
  private static final String SHARE_RULE =
      "a share above 0 and below 1, or files of its own, {path: ...}";
  private static final String NAME_RULE =
      "1 to 100 letters (a-z, A-Z), digits, '.', '_' or '-', the first not a '.'";
  private static final String FORMS = "distribution with min and max, or values, or value";

  @Test
  void theSoundFileIsSound(@TempDir Path folder) throws IOException {
    assertThat(SweepText.problems(folder, SweepText.SOUND)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource({
    "structure",
    "top",
    "data",
    "workload",
    "together",
    "search",
    "pruner",
    "ensemble",
    "limits",
    "parameters",
    "multiples",
    "lists",
    "conditions",
    "tryFirst",
    "warmStart"
  })
  void saysWhatIsWrong(String old, String replacement, List<String> expected, @TempDir Path folder)
      throws IOException {
    assertThat(SweepText.problems(folder, SweepText.with(old, replacement)))
        .containsExactlyElementsOf(expected);
  }

  private static Arguments bad(String old, String replacement, String... expected) {
    return arguments(old, replacement, List.of(expected));
  }

  static Stream<Arguments> structure() {
    return Stream.of(
        bad("seed: 7", "seed: 7\nseed: 8", "3: key `seed` is there already, at line 2"),
        bad("max: 0.1}", "max: 0.1, max: 0.2}", "16: key `max` is there already, at line 16"),
        bad(
            "seed: 7",
            "seed: &s 7",
            "2: anchors and aliases (&name, *name) are not understood; write the value out"),
        bad(
            "seed: 7",
            "seed: *s",
            "2: anchors and aliases (&name, *name) are not understood; write the value out"),
        bad(
            "seed: 7",
            "seed: !!javax.script.ScriptEngineManager [x]",
            "2: tags are not understood; write the value without"
                + " !!javax.script.ScriptEngineManager"),
        bad(
            "seed: 7",
            "seed: !!int 7",
            "2: tags are not understood; write the value without !!int"),
        bad(
            "seed: 7",
            "seed: 7\n---\nseed: 8",
            "4: a sweep file must hold one YAML document, but a second one begins"),
        bad(
            "seed: 7",
            "seed: 7\n\tdata: 3",
            "3: this is not valid YAML: while scanning for the next token, found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)"),
        bad(
            "max: 0.1}",
            "max: 0.1",
            "17: this is not valid YAML: while parsing a flow mapping (line 16), expected ',' or '}', but got :"),
        bad(
            "seed: 7",
            "seed: \"7",
            "18: this is not valid YAML: while scanning a quoted scalar (line 2), found unexpected end of stream"),
        bad(
            "seed: 7",
            "seed: \0",
            "2: a sweep file must have no control characters, but got U+0000"),
        bad(
            "seed: 7",
            "? [a, b]\n: 3",
            "2: this is not valid YAML: Expected a field name (Scalar value in YAML)"),
        bad(
            "seed: 7",
            "seed: " + "[".repeat(17) + "]".repeat(17),
            "2: a sweep file must nest at most 16 levels deep"),
        bad(
            "seed: 7",
            "<<: {seed: 7}",
            "2: unknown key `<<`; known keys are name, seed, data, model, training, augmentation, metric, search, ensemble, limits, parameters"));
  }

  static Stream<Arguments> top() {
    return Stream.of(
        bad("seed: 7", "sed: 7", "2: unknown key `sed`; did you mean `seed`?"),
        bad(
            "seed: 7",
            "seed: 7\nzzz: 1",
            "3: unknown key `zzz`; known keys are name, seed, data, model, training, augmentation, metric, search, ensemble, limits, parameters"),
        bad(
            "seed: 7",
            "max_epochs: 7",
            "2: unknown key `max_epochs`; did you mean `training.max_epochs`?"),
        bad(
            "seed: 7",
            "dropout: 0.5",
            "2: unknown key `dropout`; did you mean `parameters.dropout`?"),
        bad("seed: 7", "seed: 7.5", "2: seed must be a whole number of 64 bits, but got 7.5"),
        bad(
            "seed: 7",
            "seed: 9223372036854775808",
            "2: seed must be a whole number of 64 bits, but got 9223372036854775808"),
        bad(
            "seed: 7",
            "seed: 010",
            "2: seed must be a whole number of 64 bits, but got 010 (a leading 0 means octal to some: leave it out)"),
        bad(
            "seed: 7",
            "seed: 0x10",
            "2: seed must be a whole number of 64 bits, but got 0x10 (write it in decimal)"),
        bad(
            "seed: 7",
            "seed: 1_000",
            "2: seed must be a whole number of 64 bits, but got 1_000 (write it without _)"),
        bad("seed: 7", "seed:", "2: seed has no value"),
        bad("seed: 7", "seed: ~", "2: seed has no value"),
        bad("name: example", "name: a/b", "1: name must be " + NAME_RULE + ", but got a/b"),
        bad("name: example", "name: .hidden", "1: name must be " + NAME_RULE + ", but got .hidden"),
        bad("name: example", "name: ''", "1: name must be " + NAME_RULE + ", but got \"\""),
        bad("name: example", "name: [a, b]", "1: name must be " + NAME_RULE + ", but got [a, b]"),
        bad(SEARCH + "\n", "", "1: search is missing: how configurations are chosen"),
        bad(METRIC, "metric: loss", "13: metric must be a mapping, but got loss"));
  }

  static Stream<Arguments> data() {
    return Stream.of(
        bad(
            "format: csv",
            "format: json",
            "4: data.format must be one of csv, parquet, libsvm, images, idx, but got json"),
        bad("format: csv\n", "\n", "3: data.format is missing: how the files are written"),
        bad(
            "  path: table.csv\n",
            "",
            "3: data.path is missing: file or folder of the data, or a list of them"),
        bad(
            "label: kind",
            "labl: kind",
            "3: data.label is missing: column that is to be predicted",
            "6: unknown key `labl` in data; did you mean `label`?"),
        bad(
            "label: kind",
            "label: kind\n  images: a.idx",
            "7: data.images belongs to format idx, but data.format is csv"),
        bad(
            CSV,
            IDX + "  path: a.csv\n",
            "7: data.path belongs to formats csv, parquet, libsvm, images, but data.format is idx"),
        bad(
            CSV,
            "format: idx\n  images: a\n",
            "3: data.labels is missing: IDX file of the images' labels"),
        bad(
            "validation: 0.2",
            "validation: 1.0",
            "7: data.validation must be " + SHARE_RULE + ", but got 1.0"),
        bad(
            "validation: 0.2",
            "validation: 0",
            "7: data.validation must be " + SHARE_RULE + ", but got 0"),
        bad(
            "validation: 0.2",
            "validation: 20%",
            "7: data.validation must be " + SHARE_RULE + ", but got 20%"),
        bad(
            "validation: 0.2",
            "validation: \"0,2\"",
            "7: data.validation must be "
                + SHARE_RULE
                + ", but got 0,2 (write a dot for the decimal point)"),
        bad(
            "validation: 0.2",
            "validation: .nan",
            "7: data.validation must be " + SHARE_RULE + ", but got .nan"),
        bad(
            "validation: 0.2",
            "validation: 0.9",
            "7: data.validation and data.test must sum to less than 1 to leave rows to train on, but got 0.9 and 0.1"),
        bad(
            "validation: 0.2",
            "validation: {file: a.csv}",
            "7: data.validation.path is missing: file or folder of the data, or a list of them",
            "7: unknown key `file` in data.validation; known keys are path, images, labels"),
        bad(
            "test: 0.1",
            "test: {images: a, labels: b}",
            "8: data.test.path is missing: file or folder of the data, or a list of them",
            "8: data.test.images belongs to format idx, but data.format is csv",
            "8: data.test.labels belongs to format idx, but data.format is csv"),
        bad(
            "test: 0.1",
            "test: 0.1\n  task: clustering",
            "9: data.task must be one of classification, regression, but got clustering"),
        bad(
            "test: 0.1",
            "test: 0.1\n  scale: minmax",
            "9: data.scale must be one of none, standardize, min_max, but got minmax"),
        bad("path: table.csv", "path: ''", "5: data.path must be a path or a URI, but got \"\""),
        bad(
            "path: table.csv",
            "path: []",
            "5: data.path must be a path, or a list of at least one path, but got []"),
        bad(
            "path: table.csv",
            "path: [a.csv, {b: c}]",
            "5: each of data.path must be a path or a URI, but got {b: c}"),
        // Rows that are there twice would be trained on and validated on.
        bad("path: table.csv", "path: [a.csv, ./a.csv]", "5: data.path names ./a.csv twice"),
        bad(
            "label: kind",
            "label: kind\n  categorical: [town, kind]",
            "7: data.categorical names kind, which is the label or listed already"),
        bad(
            "label: kind",
            "label: kind\n  categorical: [town]\n  ignore: [id, town]",
            "8: data.ignore names town, which is the label or listed already"),
        bad(
            "label: kind",
            "label: kind\n  categorical: town",
            "7: data.categorical must be a list of columns' names, but got town"),
        bad(
            "label: kind",
            "label: kind\n  missing: median",
            "7: data.missing must be one of error, drop, mean, but got median"),
        bad(
            CSV,
            IDX + "  ignore: [a]\n",
            "7: data.ignore belongs to formats csv, parquet, but data.format is idx"),
        bad(
            "label: kind",
            "label: kind\n  columns: 7",
            "7: data.columns belongs to format libsvm, but data.format is csv"),
        bad(
            CSV,
            "format: images\n  path: d\n  image_size: [28]\n  task: regression\n",
            "6: data.image_size must be [height, width] in pixels, such as [28, 28], but got [28]",
            "7: data.task must be classification with format images, whose folders are classes",
            "14: metric.name must be one of validation_loss, validation_rmse for regression, but got validation_accuracy"),
        bad(
            CSV,
            "format: libsvm\n  path: d\n  columns: 0\n",
            "6: data.columns must be a whole number from 1 to 16777216, but got 0"));
  }

  static Stream<Arguments> workload() {
    return Stream.of(
        bad(
            "hidden_units: [64, 32]",
            "type: rnn",
            "9: model.type must be one of mlp, cnn, resnet, dl4j, class, but got rnn"),
        bad(
            "hidden_units: [64, 32]",
            "hidden_units: []",
            "9: model.hidden_units must be a list of layer widths, each from 1 to 1048576, but got []"),
        bad(
            "hidden_units: [64, 32]",
            "hidden_units: [64, 0]",
            "9: model.hidden_units must be a list of layer widths, each from 1 to 1048576, but got [64, 0]"),
        bad(
            "hidden_units: [64, 32]",
            "hidden_units: [[64]]",
            "9: model.hidden_units must be a list of layer widths, each from 1 to 1048576, but got [[64]]"),
        bad(
            "hidden_units: [64, 32]",
            "activation: rellu",
            "9: model.activation must be one of relu, leakyrelu, elu, selu, gelu, tanh, sigmoid, swish, but got rellu"),
        bad(
            "max_epochs: 20",
            "max_epochs: 0",
            "11: training.max_epochs must be a whole number from 1 to 2147483647, but got 0"),
        bad(
            "max_epochs: 20",
            "epochs: 20",
            "11: unknown key `epochs` in training; known keys are max_epochs, early_stopping, gradient_norms, updater, learning_rate, learning_rate_schedule, learning_rate_decay, learning_rate_step_epochs, warmup_epochs, momentum, beta1, beta2, rms_decay, epsilon, lambda, l1, max_norm, batch_size, gradient_clip_norm, gradient_clip_value, label_smoothing, class_weights"),
        bad(
            "max_epochs: 20",
            "updater: adamax",
            "11: training.updater must be one of sgd, nesterovs, adam, adamw, rmsprop, but got adamax"),
        bad(
            "max_epochs: 20",
            "lambda: -1",
            "11: training.lambda must be a number of at least 0.0 and at most 1.0E30, but got -1"),
        bad(
            "{patience: 3}",
            "never",
            "12: training.early_stopping must be {patience: ..., min_delta: ...} or none, but got never"),
        bad(
            "{patience: 3}",
            "{patience: 0}",
            "12: training.early_stopping.patience must be a whole number from 1 to 2147483647, but got 0"),
        bad(
            "{patience: 3}",
            "{min_delta: -0.1}",
            "12: training.early_stopping.min_delta must be a number of at least 0, but got -0.1"),
        bad(
            "{patience: 3}",
            "{min_delta: 1e999}",
            "12: training.early_stopping.min_delta must be a number of at least 0, but got 1e999 (beyond a double's range)"),
        bad(
            "{patience: 3}",
            "{max_minutes: 0}",
            "12: training.early_stopping.max_minutes must be a number above 0, but got 0"),
        bad(
            "{patience: 3}",
            "{metric: validation_rmse}",
            "12: training.early_stopping.metric must be one of validation_loss, validation_accuracy for classification, but got validation_rmse"),
        bad(
            "{name: validation_accuracy}",
            "{name: accuracy}",
            "13: metric.name must be one of validation_loss, validation_accuracy, validation_rmse, but got accuracy"),
        bad(
            "{name: validation_accuracy}",
            "{name: validation_accuracy, goal: minimize}",
            "13: metric.goal must be maximize for validation_accuracy, but got minimize"),
        bad(
            "{name: validation_accuracy}",
            "{goal: maximize}",
            "13: metric.goal must be minimize for validation_loss, but got maximize"),
        bad(
            "{name: validation_accuracy}",
            "{name: validation_rmse}",
            "13: metric.name must be one of validation_loss, validation_accuracy for classification, but got validation_rmse"),
        bad(
            "label: kind",
            "label: kind\n  task: regression",
            "14: metric.name must be one of validation_loss, validation_rmse for regression, but got validation_accuracy"));
  }

  /** Values that are legal one by one, but do nothing or contradict each other. */
  static Stream<Arguments> together() {
    return Stream.of(
        bad(
            "max_epochs: 20",
            "momentum: 0.5",
            "11: training.momentum must be left out: it has an effect only with updater sgd, nesterovs, but updater is adam"),
        bad(
            BATCH,
            "momentum: {values: [0.5, 0.9]}",
            "17: parameters.momentum must be left out: it has an effect only with updater sgd, nesterovs, but updater is adam"),
        bad(
            "max_epochs: 20",
            "learning_rate_decay: 0.5",
            "11: training.learning_rate_decay must be left out: it has an effect only with learning_rate_schedule step, exponential, inverse, cosine, but learning_rate_schedule is constant"),
        bad(
            "max_epochs: 20",
            "learning_rate_schedule: cosine\n  learning_rate_step_epochs: 3",
            "12: training.learning_rate_step_epochs must be left out: it has an effect only with learning_rate_schedule step, but learning_rate_schedule is cosine"),
        bad(
            "seed: 7",
            "augmentation: {augment_shift: 0.1}",
            "2: augmentation.augment_shift must be left out: it needs images (data.format: idx or images)"),
        bad(
            BATCH,
            "augment_flip: {values: [0.0, 0.5]}",
            "17: parameters.augment_flip must be left out: it needs images (data.format: idx or images)"),
        bad(
            "max_epochs: 20",
            "gradient_clip_norm: 1\n  gradient_clip_value: 0.5",
            "11: gradient_clip_norm is 1.0 and gradient_clip_value is 0.5: one of them must be 0"),
        bad(
            "{hidden_units: [64, 32]}",
            "{hidden_units: [64, 32], hidden_layers: 3}",
            "9: hidden_layers is 3, but hidden_units lists only 2 widths: give one width for all layers, or one for each"),
        bad(
            "hidden_units: [64, 32]",
            "batch_norm: yes",
            "9: model.batch_norm must be true or false, but got yes"),
        bad(
            BATCH,
            "batch_norm: {distribution: uniform, min: 0, max: 1}",
            "17: parameters.batch_norm.distribution must be left out, because batch_norm is true or false: give a list of values"));
  }

  static Stream<Arguments> search() {
    return Stream.of(
        bad(
            "method: random",
            "method: bayes",
            "14: search.method must be one of grid, random, coarse_to_fine, sobol, tpe, gp, but got bayes"),
        bad(
            SEARCH,
            "search: {method: random}",
            "14: search.max_trials is missing: how many configurations to train"),
        bad(
            "max_trials: 10",
            "max_trial: 10",
            "14: search.max_trials is missing: how many configurations to train",
            "14: unknown key `max_trial` in search; did you mean `max_trials`?"),
        bad(
            "max_trials: 10",
            "max_trials: 0",
            "14: search.max_trials must be a whole number from 1 to 1000000, but got 0"),
        bad(
            "max_trials: 10",
            "max_trials: 1e3",
            "14: search.max_trials must be a whole number from 1 to 1000000, but got 1e3"),
        bad(
            "max_trials: 10",
            "max_trials: 10, rounds: 2",
            "14: search.rounds belongs to method coarse_to_fine, but search.method is random"),
        bad(
            "method: random",
            "method: sobol, startup_trials: 5",
            "14: search.startup_trials belongs to method tpe or gp, but search.method is sobol"),
        bad(
            "method: random",
            "method: tpe, startup_trials: 0",
            "14: search.startup_trials must be a whole number from 1 to 2147483647, but got 0"),
        bad(
            SEARCH,
            "search: {method: coarse_to_fine, max_trials: 10, rounds: 0}",
            "14: search.rounds must be a whole number from 1 to 2147483647, but got 0"),
        bad(
            SEARCH,
            "search: {method: coarse_to_fine, max_trials: 10, keep: 0, shrink: 1.0, expand: yes}",
            "14: search.keep must be a number above 0 and at most 1, but got 0",
            "14: search.shrink must be a number above 0 and below 1, but got 1.0",
            "14: search.expand must be true or false, but got yes"),
        bad(
            SEARCH,
            "search: {method: coarse_to_fine, max_trials: 10, keep: 1.5, shrink: half, expand: }",
            "14: search.keep must be a number above 0 and at most 1, but got 1.5",
            "14: search.shrink must be a number above 0 and below 1, but got half",
            "14: search.expand has no value"),
        bad(
            "max_trials: 10",
            "max_trials: 10, keep: 0.1, shrink: 0.5, expand: true",
            "14: search.keep belongs to method coarse_to_fine, but search.method is random",
            "14: search.shrink belongs to method coarse_to_fine, but search.method is random",
            "14: search.expand belongs to method coarse_to_fine, but search.method is random"),
        bad(
            "method: random",
            "method: grid",
            "16: parameters.learning_rate must have a countable number of values for a grid: add steps, or give a list of values"));
  }

  static Stream<Arguments> pruner() {
    String rule =
        "14: search.pruner must be one of none, successive_halving, hyperband, median, or {method: ...} with its settings, but got ";
    return Stream.of(
        badPruner("asha", rule + "asha"),
        badPruner("[hyperband]", rule + "[hyperband]"),
        badPruner("", "14: search.pruner has no value"),
        badPruner("{}", "14: search.pruner.method is missing: by which rule trials are stopped"),
        badPruner(
            "{method: asha}",
            "14: search.pruner.method must be one of none, successive_halving, hyperband, median, but got asha"),
        badPruner(
            "{method: hyperband, eta: 3}",
            "14: unknown key `eta` in search.pruner; known keys are method, reduction_factor, min_epochs, bracket_trials, startup_trials, warmup_epochs, interval_epochs"),
        badPruner(
            "{method: hyperband, reduction_factor: 1, min_epochs: 0}",
            "14: search.pruner.reduction_factor must be a whole number from 2 to 2147483647, but got 1",
            "14: search.pruner.min_epochs must be a whole number from 1 to 2147483647, but got 0"),
        badPruner(
            "{method: hyperband, reduction_factor: 2.5}",
            "14: search.pruner.reduction_factor must be a whole number from 2 to 2147483647, but got 2.5"),
        badPruner(
            "{method: hyperband, min_epochs: 7}",
            "14: search.pruner needs training.max_epochs of at least 21, min_epochs times reduction_factor, but got 20"),
        badPruner(
            "{method: successive_halving, min_epochs: 20}",
            "14: search.pruner needs training.max_epochs of at least 21, one more than min_epochs, but got 20"),
        badPruner(
            "{method: successive_halving, bracket_trials: 1}",
            "14: search.pruner.bracket_trials must be a whole number from 2 to 2147483647, but got 1"),
        badPruner(
            "{method: median, startup_trials: 0, warmup_epochs: -1, interval_epochs: 0}",
            "14: search.pruner.startup_trials must be a whole number from 1 to 2147483647, but got 0",
            "14: search.pruner.warmup_epochs must be a whole number from 0 to 2147483647, but got -1",
            "14: search.pruner.interval_epochs must be a whole number from 1 to 2147483647, but got 0"),
        badPruner(
            "{method: median, warmup_epochs: 15, interval_epochs: 5}",
            "14: search.pruner needs training.max_epochs of at least 21, one more than warmup_epochs and interval_epochs together, but got 20"),
        badPruner(
            "{method: median, min_epochs: 2}",
            "14: search.pruner.min_epochs belongs to method successive_halving or hyperband, but search.pruner.method is median"),
        badPruner(
            "{method: none, warmup_epochs: 2}",
            "14: search.pruner.warmup_epochs belongs to method median, but search.pruner.method is none"),
        bad(
            "max_epochs: 20",
            "pruner: hyperband",
            "11: unknown key `pruner` in training; did you mean `search.pruner`?"));
  }

  private static Arguments badPruner(String pruner, String... expected) {
    return bad("max_trials: 10", "max_trials: 10, pruner: " + pruner, expected);
  }

  static Stream<Arguments> limits() {
    String time = "a time above zero such as 90s, 30m, 8h or 2d, at most 10000d, or none";
    return Stream.of(
        bad("seed: 7", "seed: 7\nlimits: none", "3: limits must be a mapping, but got none"),
        bad(
            "seed: 7",
            "seed: 7\nlimits: {time_out: 1h}",
            "3: unknown key `time_out` in limits; did you mean `timeout`?"),
        bad(
            "seed: 7",
            "seed: 7\nlimits: {timeout: 90}",
            "3: limits.timeout must be " + time + ", but got 90"),
        bad(
            "seed: 7",
            "seed: 7\nlimits: {trial_timeout: 0.0001s}",
            "3: limits.trial_timeout must be " + time + ", but got 0.0001s"),
        bad(
            "seed: 7",
            "seed: 7\nlimits: {timeout: 10001d}",
            "3: limits.timeout must be " + time + ", but got 10001d"),
        bad(
            "seed: 7",
            "seed: 7\nlimits: {trial_timeout: 0.0s}",
            "3: limits.trial_timeout must be " + time + ", but got 0.0s"),
        bad(
            "seed: 7",
            "seed: 7\nlimits: {max_attempts: 0}",
            "3: limits.max_attempts must be a whole number from 1 to 100, but got 0"),
        bad(
            "seed: 7",
            "seed: 7\nlimits: {max_failed_trials: -1}",
            "3: limits.max_failed_trials must be a whole number from 1, or none, but got -1"));
  }

  static Stream<Arguments> ensemble() {
    return Stream.of(
        bad(
            "seed: 7",
            "seed: 7\nensemble: yes",
            "3: ensemble must be {top: ...} or none, but got yes"),
        bad("seed: 7", "seed: 7\nensemble:", "3: ensemble has no value"),
        bad(
            "seed: 7",
            "seed: 7\nensemble: {tops: 5}",
            "3: unknown key `tops` in ensemble; did you mean `top`?"),
        bad(
            "seed: 7",
            "seed: 7\nensemble: {top: 1}",
            "3: ensemble.top must be a whole number from 2 to 100, but got 1"),
        bad(
            "seed: 7",
            "seed: 7\nensemble: {top: 101}",
            "3: ensemble.top must be a whole number from 2 to 100, but got 101"));
  }

  static Stream<Arguments> parameters() {
    String wholeRule = "a whole number from 1 to 16777216";
    return Stream.of(
        bad(
            "learning_rate:",
            "learn_rate:",
            "16: unknown key `learn_rate` in parameters; did you mean `learning_rate`?"),
        bad(
            RATE,
            "learning_rate: 0.1",
            "16: parameters.learning_rate must be a mapping with " + FORMS + ", but got 0.1"),
        bad(RATE, "learning_rate:", "16: parameters.learning_rate has no value"),
        bad(
            RATE,
            "learning_rate: {}",
            "16: parameters.learning_rate must have one of: " + FORMS + "; but got nothing"),
        bad(
            RATE,
            "learning_rate: {min: 0.1, max: 0.2}",
            "16: parameters.learning_rate.distribution is missing: how values spread between min and max"),
        bad(
            "{values: [16, 32]}",
            "{values: [16], value: 3}",
            "17: parameters.batch_size must have one of: " + FORMS + "; but got values, value"),
        bad(
            "min: 1e-5,",
            "value: 3,",
            "16: parameters.learning_rate must have one of: "
                + FORMS
                + "; but got distribution, value, max"),
        bad(
            "log_uniform",
            "loguniform",
            "16: parameters.learning_rate.distribution must be one of uniform, log_uniform, q_uniform, int_uniform, int_log_uniform, but got loguniform"),
        bad(
            "log_uniform",
            "int_uniform",
            "16: parameters.learning_rate.distribution must be uniform, log_uniform or q_uniform for learning_rate, but got int_uniform"),
        bad(
            "{values: [16, 32]}",
            "{distribution: uniform, min: 1, max: 9}",
            "17: parameters.batch_size.distribution must be int_uniform or int_log_uniform for batch_size, but got uniform"),
        bad(
            BATCH,
            "activation: {distribution: uniform, min: 1, max: 9}",
            "17: parameters.activation.distribution must be left out, because activation is one of relu, leakyrelu, elu, selu, gelu, tanh, sigmoid, swish: give a list of values"),
        bad(
            "min: 1e-5,",
            "",
            "16: parameters.learning_rate.min is missing: lowest value, included"),
        bad(
            "min: 1e-5",
            "min: 0",
            "16: parameters.learning_rate.min must be a number above 0.0 and at most 1.0E30, but got 0"),
        bad(
            "min: 1e-5",
            "min: 0.5",
            "16: parameters.learning_rate.min must be below max, but got (min=0.5, max=0.1)"),
        bad(
            "min: 1e-5",
            "min: 0.1",
            "16: parameters.learning_rate.min must be below max, but got (min=0.1, max=0.1)"),
        bad(
            "min: 1e-5",
            "min: 1e-400",
            "16: parameters.learning_rate.min must be a number above 0.0 and at most 1.0E30, but got 1e-400 (beyond a double's range)"),
        bad(
            "max: 0.1",
            "max: .inf",
            "16: parameters.learning_rate.max must be a number above 0.0 and at most 1.0E30, but got .inf"),
        bad(
            RATE,
            "lambda: {distribution: log_uniform, min: 0, max: 1}",
            "16: parameters.lambda.min must be above 0 for log_uniform, but got 0"),
        bad(
            RATE,
            "dropout: {distribution: uniform, min: 0, max: 1}",
            "16: parameters.dropout.max must be a number of at least 0.0 and below 1.0, but got 1"),
        bad(
            "max: 0.1",
            "max: 0.1, steps: 1",
            "16: parameters.learning_rate.steps must be a whole number from 2 to 1000000, but got 1"),
        bad(
            "{values: [16, 32]}",
            "{distribution: int_uniform, min: 1, max: 9, steps: 3}",
            "17: parameters.batch_size.steps is for uniform and log_uniform; with int_uniform, give q instead"),
        bad(
            "{values: [16, 32]}",
            "{distribution: int_uniform, min: 0, max: 9}",
            "17: parameters.batch_size.min must be " + wholeRule + ", but got 0"),
        bad(
            "[16, 32]",
            "[]",
            "17: parameters.batch_size.values must be a list of at least one value, but got []"),
        bad(
            "[16, 32]",
            "16",
            "17: parameters.batch_size.values must be a list of at least one value, but got 16"),
        bad(
            "[16, 32]",
            "[16, 32.5]",
            "17: each of parameters.batch_size.values must be " + wholeRule + ", but got 32.5"),
        bad(
            "[16, 32]",
            "[16, 32, 16]",
            "17: parameters.batch_size.values must be different, but 16 is there twice"),
        bad(
            "{values: [16, 32]}",
            "\n    values:\n      - 16\n      - many",
            "20: each of parameters.batch_size.values must be " + wholeRule + ", but got many"),
        bad(
            "[16, 32]",
            "[16, ~]",
            "17: each of parameters.batch_size.values must be " + wholeRule + ", but got nothing"),
        bad(
            BATCH,
            "dropout: {values: [0.5, 5e-1]}",
            "17: parameters.dropout.values must be different, but 5e-1 is there twice"),
        bad(
            BATCH,
            "dropout: {value: 1.5}",
            "17: parameters.dropout.value must be a number of at least 0.0 and below 1.0, but got 1.5"),
        bad(
            BATCH,
            "hidden_units: {values: [32, 64]}",
            "17: parameters.hidden_units must be left out or searched alone: model.hidden_units fixes it, at line 9"),
        bad("  " + RATE + "\n  " + BATCH + "\n", "", "15: parameters has no value"));
  }

  static Stream<Arguments> multiples() {
    return Stream.of(
        bad(
            BATCH,
            "dropout: {distribution: q_uniform, min: 0, max: 0.55}",
            "17: parameters.dropout.q is missing: distance between one value and the next"),
        bad(
            BATCH,
            "dropout: {distribution: q_uniform, min: 0, max: 0.55, q: 0.1}",
            "17: parameters.dropout.max must be min and a whole number of q, such as 0.5, but got (min=0, max=0.55, q=0.1)"),
        bad(
            BATCH,
            "dropout: {distribution: q_uniform, min: 0, max: 0.5, q: 0.6}",
            "17: parameters.dropout.q must be at most max - min, but got (min=0, max=0.5, q=0.6)"),
        bad(
            BATCH,
            "dropout: {distribution: q_uniform, min: 0, max: 0.5, q: 1e-7}",
            "17: parameters.dropout.q must be large enough for 1000000 values at most, but got (min=0, max=0.5, q=1e-7)"),
        bad(
            RATE,
            "learning_rate: {distribution: q_uniform, min: 1e17, max: 1.0000000000000003e17, q: 1}",
            "16: parameters.learning_rate.q must be a number that a double can add to both, but got (min=1e17, max=1.0000000000000003e17, q=1)"),
        bad(
            BATCH,
            "dropout: {distribution: q_uniform, min: 0, max: 0.5, q: 0}",
            "17: parameters.dropout.q must be a number above 0, but got 0"),
        bad(
            BATCH,
            "dropout: {distribution: q_uniform, min: 0, max: 0.5, q: 0.1, steps: 6}",
            "17: parameters.dropout.steps is for uniform and log_uniform; with q_uniform, give q instead"),
        bad(
            "max: 0.1",
            "max: 0.1, q: 0.01",
            "16: parameters.learning_rate.q is for q_uniform and int_uniform; with log_uniform, give steps instead"),
        bad(
            "{values: [16, 32]}",
            "{distribution: int_log_uniform, min: 1, max: 9, q: 2}",
            "17: parameters.batch_size.q is for q_uniform and int_uniform; with int_log_uniform, give a list of values instead"),
        bad(
            "{values: [16, 32]}",
            "{distribution: int_uniform, min: 1, max: 8, q: 2}",
            "17: parameters.batch_size.max must be min and a whole number of q, such as 7, but got (min=1, max=8, q=2)"),
        bad(
            "{values: [16, 32]}",
            "{distribution: int_uniform, min: 1, max: 8, q: 0.5}",
            "17: parameters.batch_size.q must be a whole number from 1 to 2147483647, but got 0.5"),
        bad(
            "{values: [16, 32]}",
            "{distribution: q_uniform, min: 16, max: 32, q: 16}",
            "17: parameters.batch_size.distribution must be int_uniform or int_log_uniform for batch_size, but got q_uniform"));
  }

  static Stream<Arguments> lists() {
    return Stream.of(
        bad(
            "[16, 32]",
            "[16, 32], weights: [1]",
            "17: parameters.batch_size.weights must be as many as the values, 2, but got [1.0]"),
        bad(
            "[16, 32]",
            "[16, 32], weights: 1",
            "17: parameters.batch_size.weights must be a list of numbers, one for each value, but got 1"),
        bad(
            "[16, 32]",
            "[16, 32], weights: [1, 0]",
            "17: each of parameters.batch_size.weights must be a number above 0, but got 0"),
        bad(
            "[16, 32]",
            "[16, 32], weights: [1, -1]",
            "17: each of parameters.batch_size.weights must be a number above 0, but got -1"),
        bad(
            "[16, 32]",
            "[16, 32], weights: [1, 1e-9]",
            "17: parameters.batch_size.weights: each weight must be at least 1.0E-6 of their sum, but got [1.0, 1.0E-9]"),
        bad(
            "[16, 32]",
            "[16, 32], weights: [1e308, 1e308]",
            "17: parameters.batch_size.weights: each weight must be above 0, and their sum finite, but got [1.0E308, 1.0E308]"),
        bad(
            "[16, 32]",
            "[16, 32], ordered: yes",
            "17: parameters.batch_size.ordered must be one of true, false, but got yes"),
        bad(
            "max: 0.1",
            "max: 0.1, weights: [1, 2]",
            "16: parameters.learning_rate.weights is for a list of values; leave it out"),
        bad(
            BATCH,
            "dropout: {value: 0.1, ordered: true}",
            "17: parameters.dropout.ordered is for a list of values; leave it out"));
  }

  static Stream<Arguments> conditions() {
    String when = "activation: {values: [relu, tanh], when: ";
    return Stream.of(
        bad(
            BATCH,
            when + "batch_size}",
            "17: parameters.activation.when must be a mapping of other parameters to their values, but got batch_size"),
        bad(
            BATCH,
            when + "{}}",
            "17: parameters.activation.when must be a mapping of other parameters to their values, but got {}"),
        bad(
            BATCH,
            when + "{batchsize: 16}}",
            "17: unknown key `batchsize` in parameters.activation.when; did you mean `batch_size`?"),
        bad(
            BATCH,
            when + "{activation: relu}}",
            "17: parameters.activation.when.activation must be left out: a parameter cannot depend on itself"),
        bad(
            BATCH,
            when + "{updater: [sgd, nesterovs]}}",
            "17: parameters.activation.when.updater can never hold, because that is adam in all trials: search it too, or leave out what needs it"),
        bad(
            BATCH,
            when + "{updater: sdg}}",
            "17: parameters.activation.when.updater must be one of sgd, nesterovs, adam, adamw, rmsprop, but got sdg"),
        bad(
            BATCH,
            when + "{updater: []}}",
            "17: parameters.activation.when.updater must be a list of at least one value, but got []"),
        bad(
            BATCH,
            when + "{updater: [adam, adam]}}",
            "17: parameters.activation.when.updater must be different, but adam is there twice"),
        bad(BATCH, when + "{updater: }}", "17: parameters.activation.when.updater has no value"),
        bad(
            BATCH,
            when + "{learning_rate: 0.1}}",
            "17: parameters.activation.when.learning_rate can never hold, because a draw from a range hardly ever is one certain number: give parameters.learning_rate steps, q or values"),
        bad(
            BATCH,
            BATCH + "\n  " + when + "{batch_size: [16, 64]}}",
            "18: parameters.activation.when.batch_size must be of the values of parameters.batch_size, {values: [16, 32]}, but got 64"),
        bad(
            BATCH,
            "batch_size: {value: 16}\n  " + when + "{batch_size: [32, 64]}}",
            "18: parameters.activation.when.batch_size can never hold, because that is 16 in all trials: search it too, or leave out what needs it"),
        bad(
            BATCH,
            when + "{updater: sgd}}\n  updater: {values: [sgd, adam], when: {activation: relu}}",
            "17: parameters.activation.when must not lead back to activation, but it does: activation -> updater -> activation"));
  }

  static Stream<Arguments> tryFirst() {
    String when = "\n  dropout: {values: [0.1, 0.2], when: {batch_size: 16}}";
    return Stream.of(
        first(
            "{batch_size: 16}",
            "search.try_first must be a list of mappings of parameters to single values, but got {batch_size: 16}"),
        first(
            "[16]",
            "search.try_first[0] must be a mapping of parameters to single values, but got 16"),
        first(
            "[{}]",
            "search.try_first[0] must be a mapping of at least one parameter that varies to a single value, but got {}"),
        first(
            "[{batch_size: [16]}]",
            "search.try_first[0].batch_size must be a whole number from 1 to 16777216, but got [16]"),
        first(
            "[{batch_size: 32}, {batch_size: 64}]",
            "search.try_first[1].batch_size must be of the values of parameters.batch_size, {values: [16, 32]}, but got 64"),
        first(
            "[{learning_rate: 0.2}]",
            "search.try_first[0].learning_rate must be of the values of parameters.learning_rate, {distribution: log_uniform, min: 1.0E-5, max: 0.1}, but got 0.2"),
        first(
            "[{dropout: 0.2}]",
            "unknown key `dropout` in search.try_first[0]; did you mean `parameters.dropout`?"),
        first(
            "[{batch_size: 16}, {batch_size: 32}, {batch_size: 16}]",
            "search.try_first[2] must differ from search.try_first[0], but is equal"),
        first(
            "[{batch_size: 16, learning_rate: 0.1}, {batch_size: 16}, {batch_size: 32}]",
            "search.try_first must have at most search.max_trials configurations, 2, but got 3"),
        bad(
            SOUND_FROM_SEARCH,
            "search: {method: random, max_trials: 9, try_first: [{batch_size: 16}, {activation: relu}]}\nparameters:\n  batch_size: {values: [16]}\n  activation: {values: [relu]}\n",
            "14: search.try_first[1] leaves nothing that the others do not try already"),
        bad(
            SOUND_FROM_SEARCH,
            SOUND_FROM_SEARCH
                .replace("10}", "10, try_first: [{dropout: 0.1}]}")
                .replace("32]}\n", "32]}" + when + "\n"),
            "14: search.try_first[0].dropout exists only where batch_size is 16: name batch_size too"),
        bad(
            SOUND_FROM_SEARCH,
            SOUND_FROM_SEARCH
                .replace("10}", "10, try_first: [{dropout: 0.1, batch_size: 32}]}")
                .replace("32]}\n", "32]}" + when + "\n"),
            "14: search.try_first[0].dropout must be left out: it exists only where batch_size is 16, but there it is 32"));
  }

  private static Arguments first(String list, String message) {
    return bad("max_trials: 10", "max_trials: 2, try_first: " + list, "14: " + message);
  }

  private static final String SOUND_FROM_SEARCH =
      SweepText.SOUND.substring(SweepText.SOUND.indexOf(SEARCH));

  static Stream<Arguments> warmStart() {
    return Stream.of(
        bad(
            "max_trials: 10",
            "max_trials: 10, warm_start: runs/x",
            "14: search.warm_start is for methods that learn from results, which search.method random does not: leave it out, or choose coarse_to_fine, tpe or gp"));
  }
}
