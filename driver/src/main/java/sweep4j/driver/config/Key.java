package sweep4j.driver.config;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import sweep4j.trial.Hyperparameter;

/**
 * Every key of a sweep file, with one line of help. The reader knows no others; {@code *} stands
 * for a name that the place decides: a hyperparameter under {@code parameters}, a split under
 * {@code data}. The hyperparameters themselves are keys of their group's section by the catalogue.
 */
enum Key {
  NAME("name", "what to call the sweep and its folder"),
  SEED("seed", "whole number from which everything random comes"),

  DATA("data", "what to learn from"),
  DATA_FORMAT("data.format", "how the files are written"),
  DATA_PATH("data.path", "file or folder of the data, or a list of them"),
  DATA_LABEL("data.label", "column that is to be predicted"),
  DATA_CATEGORICAL("data.categorical", "columns of categories, each of which becomes an input"),
  DATA_IGNORE("data.ignore", "columns to leave out"),
  DATA_MISSING("data.missing", "what becomes of a row that lacks a value"),
  DATA_COLUMNS("data.columns", "how many inputs there are"),
  DATA_IMAGE_SIZE("data.image_size", "height and width to bring all images to"),
  DATA_IMAGES("data.images", "IDX file of the images"),
  DATA_LABELS("data.labels", "IDX file of the images' labels"),
  DATA_TASK("data.task", "what the label means"),
  DATA_VALIDATION("data.validation", "rows that trials are compared on: a share, or own files"),
  DATA_TEST("data.test", "rows that only the best trials see: a share, or own files"),
  DATA_SCALE("data.scale", "how inputs are scaled, fitted on training rows only"),
  DATA_DELIVERY("data.delivery", "how the data come to the executors; results do not depend on it"),
  HELD_OUT_PATH("data.*.path", "file or folder of the data, or a list of them"),
  HELD_OUT_IMAGES("data.*.images", "IDX file of the images"),
  HELD_OUT_LABELS("data.*.labels", "IDX file of the images' labels"),

  MODEL("model", "the network that every trial trains"),
  MODEL_TYPE("model.type", "kind of network"),
  MODEL_FACTORY("model.factory", "class that builds the user's own network"),
  MODEL_DECLARES("model.declares", "that class's own parameters, as sweep4j has written them down"),
  MODEL_USES("model.uses", "the parameters under model that have an effect on its network"),
  DECLARED_KIND("model.declares.*.kind", "which values it may have"),
  DECLARED_MIN("model.declares.*.min", "lowest legal value"),
  DECLARED_MAX("model.declares.*.max", "highest legal value"),
  DECLARED_MIN_INCLUDED("model.declares.*.min_included", "whether min itself is legal"),
  DECLARED_MAX_INCLUDED("model.declares.*.max_included", "whether max itself is legal"),
  DECLARED_NAMES("model.declares.*.names", "the names to choose from"),
  DECLARED_DEFAULT("model.declares.*.default", "value that holds when a sweep is silent"),
  DECLARED_HELP("model.declares.*.help", "what it means"),
  MODEL_BLOCK("model.block", "what the layers of a resnet are"),
  MODEL_CONFIGURATION("model.configuration", "file of Deeplearning4j's that describes the network"),

  TRAINING("training", "how every trial trains"),
  TRAINING_MAX_EPOCHS("training.max_epochs", "passes over the training rows at most"),
  TRAINING_EARLY_STOPPING("training.early_stopping", "when a trial stops sooner, or none"),
  EARLY_STOPPING_PATIENCE(
      "training.early_stopping.patience", "epochs in a row without improvement that end a trial"),
  EARLY_STOPPING_MIN_DELTA(
      "training.early_stopping.min_delta", "least improvement that counts, in the metric's unit"),
  EARLY_STOPPING_METRIC("training.early_stopping.metric", "what is watched"),
  EARLY_STOPPING_MAX_MINUTES(
      "training.early_stopping.max_minutes",
      "a trial that has trained for longer ends after its epoch; depends on the machine"),

  TRAINING_MODE(
      "training.mode", "whether a trial trains in one place, or in several with averaging"),
  TRAINING_WORKERS("training.workers", "in how many places, of mode data_parallel"),
  TRAINING_AVERAGING_FREQUENCY(
      "training.averaging_frequency", "mini-batches of each from one average to the next"),

  TRAINING_GRADIENT_NORMS(
      "training.gradient_norms", "whether each layer's gradient is measured after each epoch"),

  AUGMENTATION("augmentation", "how training images are varied"),

  METRIC("metric", "what trials are compared by"),
  METRIC_NAME("metric.name", "what is measured on the validation rows after each epoch"),
  METRIC_GOAL("metric.goal", "which direction is better"),

  SEARCH("search", "how configurations are chosen"),
  SEARCH_METHOD("search.method", "strategy"),
  SEARCH_MAX_TRIALS("search.max_trials", "how many configurations to train"),
  SEARCH_ROUNDS("search.rounds", "how many times coarse_to_fine narrows the search"),
  SEARCH_KEEP("search.keep", "share of the ended trials that lead the next round"),
  SEARCH_SHRINK("search.shrink", "width of a round's region over that of the round before"),
  SEARCH_EXPAND("search.expand", "whether rounds may go beyond a declared range"),
  SEARCH_STARTUP_TRIALS(
      "search.startup_trials", "evenly spread trials before tpe or gp learns from results"),
  SEARCH_PRUNER("search.pruner", "what stops trials because of other trials"),
  PRUNER_METHOD("search.pruner.method", "by which rule trials are stopped"),
  PRUNER_REDUCTION_FACTOR(
      "search.pruner.reduction_factor", "one of so many trials goes on from a rung"),
  PRUNER_MIN_EPOCHS("search.pruner.min_epochs", "epochs to the first rung"),
  PRUNER_BRACKET_TRIALS(
      "search.pruner.bracket_trials", "how many trials are compared with each other"),
  PRUNER_STARTUP_TRIALS("search.pruner.startup_trials", "first trials that are never stopped"),
  PRUNER_WARMUP_EPOCHS("search.pruner.warmup_epochs", "first epochs in which none is stopped"),
  PRUNER_INTERVAL_EPOCHS("search.pruner.interval_epochs", "epochs from one rung to the next"),
  SEARCH_TRY_FIRST("search.try_first", "configurations to train before the method's own"),
  SEARCH_WARM_START("search.warm_start", "folder of an earlier run to learn from"),

  CONFIRM("confirm", "whether the best trials are trained again to find the true best, or none"),
  CONFIRM_TOP("confirm.top", "how many of the best trials"),
  CONFIRM_REPEATS("confirm.repeats", "how often each; with folds, how often with each of them"),
  CONFIRM_FOLDS("confirm.folds", "into how many parts the training rows are dealt"),

  ENSEMBLE("ensemble", "whether the best trials' networks are put together, or none"),
  ENSEMBLE_TOP("ensemble.top", "how many of the best trials it is made of"),

  TEST("test", "which trials are scored on the test split at the end"),
  TEST_TOP("test.top", "how many of the best trials"),

  REFIT("refit", "whether the winner's configuration is trained anew at the end, or none"),
  REFIT_ON("refit.on", "rows to learn from"),
  REFIT_MODE("refit.mode", "whether in one place, or in several with parameter averaging"),
  REFIT_WORKERS("refit.workers", "in how many places, of mode data_parallel"),
  REFIT_AVERAGING_FREQUENCY(
      "refit.averaging_frequency", "mini-batches of each from one average to the next"),
  REFIT_COMPARE("refit.compare", "whether also in one place, to see what averaging costs"),

  LIMITS("limits", "what ends a sweep or a trial that makes no sense"),
  LIMITS_MAX_ATTEMPTS(
      "limits.max_attempts", "how often a trial is started whose executor goes away each time"),
  LIMITS_MAX_FAILED_TRIALS(
      "limits.max_failed_trials", "so many failed trials end the sweep, or none"),
  LIMITS_TIMEOUT("limits.timeout", "how long a run may take, such as 8h, or none"),
  LIMITS_TRIAL_TIMEOUT("limits.trial_timeout", "how long a trial may take, such as 30m, or none"),

  RESOURCES("resources", "what each trial has to itself besides a core, or none"),
  RESOURCES_GPU("resources.gpu", "1, or the share of a GPU that each trial takes; 0 for none"),

  PARAMETERS("parameters", "hyperparameters to search, each with its values"),
  PARAMETER_DISTRIBUTION("parameters.*.distribution", "how values spread between min and max"),
  PARAMETER_MIN("parameters.*.min", "lowest value, included"),
  PARAMETER_MAX("parameters.*.max", "highest value, included"),
  PARAMETER_STEPS("parameters.*.steps", "only so many values, evenly spaced, both ends included"),
  PARAMETER_Q("parameters.*.q", "distance between one value and the next"),
  PARAMETER_VALUES("parameters.*.values", "list of the values to choose from"),
  PARAMETER_WEIGHTS("parameters.*.weights", "how often each of the values is chosen"),
  PARAMETER_ORDERED("parameters.*.ordered", "whether neighbours in the list are alike"),
  PARAMETER_VALUE("parameters.*.value", "one value for all trials"),
  PARAMETER_WHEN("parameters.*.when", "values of other parameters that it needs to exist");

  private final String path;
  private final String help;

  Key(String path, String help) {
    this.path = path;
    this.help = help;
  }

  /** Where it may stand: the names of all sections around it and its own, with dots between. */
  String path() {
    return path;
  }

  /** Its own name. */
  String leaf() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  String help() {
    return help;
  }

  /**
   * The names that may stand in {@code section}, whose path is empty for the file itself: keys, and
   * the hyperparameters of that group.
   */
  static List<String> namesIn(String section) {
    Stream<String> keys = in(section).stream().map(Key::leaf);
    Stream<String> hyperparameters =
        Arrays.stream(Hyperparameter.values())
            .filter(each -> each.group().section().equals(section))
            .map(Hyperparameter::key);
    return Stream.concat(keys, hyperparameters).toList();
  }

  /** The keys of {@code section}, without hyperparameters. */
  static List<Key> in(String section) {
    return Arrays.stream(values()).filter(key -> key.section().equals(section)).toList();
  }

  /** How many sections it is inside of. */
  int depth() {
    return (int) path.chars().filter(each -> each == '.').count();
  }

  /** The path of the section that it stands in; empty for the file itself. */
  String section() {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }
}
