package sweep4j.driver.config;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a key of a sound sweep file can be set.
 *
 * @param path where it stands, all names filled in
 * @param before what else must be set, so that the key may stand there at all
 */
record Home(String path, List<String> before) {

  /** A file that says no more than it must, so that any key can be set, and any default shows. */
  static final String FILE =
      """
      data: {format: csv, path: table.csv, label: kind}
      search: {method: random, max_trials: 10}
      parameters:
        learning_rate: {distribution: log_uniform, min: 1e-5, max: 0.1}
        batch_size: {values: [16, 32]}
      """;

  private static final Map<String, List<String>> SECTIONS =
      Map.of(
          "data.*",
          List.of("data.validation={path: table.csv}"),
          "model.declares.*",
          List.of(
              "model={type: class, factory: com.example.Net}",
              "model.declares={depth: {kind: real, min: 0.0, max: 1.0, default: 0.5, help: deep}}"),
          "parameters.*",
          List.of());

  static Home of(Key key) {
    String path =
        key.path()
            .replace("data.*", "data.validation")
            .replace("declares.*", "declares.depth")
            .replace("parameters.*", "parameters.learning_rate");
    Stream<String> section =
        SECTIONS.entrySet().stream()
            .filter(each -> key.path().startsWith(each.getKey()))
            .flatMap(each -> each.getValue().stream());
    return new Home(path, Stream.concat(section, own(key).stream()).toList());
  }

  private static List<String> own(Key key) {
    return switch (key) {
      case DATA_COLUMNS -> List.of("data={format: libsvm, path: rows.libsvm}");
      case DATA_IMAGE_SIZE -> List.of("data={format: images, path: images}");
      case DATA_IMAGES, DATA_LABELS ->
          List.of("data={format: idx, images: images.idx, labels: labels.idx}");
      case HELD_OUT_IMAGES, HELD_OUT_LABELS ->
          List.of(
              "data={format: idx, images: images.idx, labels: labels.idx}",
              "data.validation={images: some.idx, labels: these.idx}");
      case AUGMENTATION -> List.of("data={format: idx, images: images.idx, labels: labels.idx}");
      case MODEL_BLOCK -> List.of("model={type: resnet}");
      case MODEL_CONFIGURATION -> List.of("model={type: dl4j}");
      case MODEL_FACTORY, MODEL_DECLARES, MODEL_USES ->
          List.of("model={type: class, factory: com.example.Net}");
      case DECLARED_NAMES ->
          List.of(
              "model.declares={depth: {kind: one_of, names: [narrow, wide], default: narrow, help: deep}}");
      case TRAINING_WORKERS, TRAINING_AVERAGING_FREQUENCY -> List.of("training.mode=data_parallel");
      case CONFIRM_TOP, CONFIRM_REPEATS, CONFIRM_FOLDS -> List.of("confirm={}");
      case ENSEMBLE_TOP -> List.of("ensemble={}");
      case REFIT_ON, REFIT_MODE -> List.of("refit={}");
      case REFIT_WORKERS, REFIT_AVERAGING_FREQUENCY, REFIT_COMPARE ->
          List.of("refit.mode=data_parallel");
      case SEARCH_ROUNDS, SEARCH_KEEP, SEARCH_SHRINK, SEARCH_EXPAND ->
          List.of("search={method: coarse_to_fine, max_trials: 30}");
      case SEARCH_STARTUP_TRIALS, SEARCH_WARM_START ->
          List.of("search={method: tpe, max_trials: 30}");
      case PRUNER_REDUCTION_FACTOR, PRUNER_MIN_EPOCHS, PRUNER_BRACKET_TRIALS, PRUNER_METHOD ->
          List.of("search.pruner={method: successive_halving}");
      case PRUNER_STARTUP_TRIALS, PRUNER_WARMUP_EPOCHS, PRUNER_INTERVAL_EPOCHS ->
          List.of("search.pruner={method: median}");
      case PARAMETER_DISTRIBUTION, PARAMETER_MIN, PARAMETER_MAX, PARAMETER_STEPS ->
          List.of("parameters.learning_rate={distribution: uniform, min: 0.01, max: 0.2}");
      case PARAMETER_Q ->
          List.of("parameters.learning_rate={distribution: q_uniform, min: 0.1, max: 0.5, q: 0.2}");
      case PARAMETER_VALUES, PARAMETER_WEIGHTS, PARAMETER_ORDERED ->
          List.of("parameters.learning_rate={values: [0.01, 0.1]}");
      case PARAMETER_VALUE -> List.of("parameters.learning_rate={value: 0.01}");
      case PARAMETER_WHEN -> List.of("parameters.updater={values: [sgd, nesterovs, adam]}");
      default -> List.of();
    };
  }

  /** What sets the key to {@code yaml}, and what it takes that it may stand there. */
  List<String> set(String yaml) {
    return Stream.concat(before.stream(), Stream.of(path + "=" + yaml)).toList();
  }
}
