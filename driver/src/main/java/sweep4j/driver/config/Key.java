package sweep4j.driver.config;

import java.util.Arrays;
import java.util.List;
import sweep4j.trial.Hyperparameter;

/**
 * Every key of a sweep file, with one line of help. The reader knows no others; {@code *} stands
 * for a name that the place decides: a hyperparameter under {@code parameters}, a split under
 * {@code data}.
 */
enum Key {
  NAME("name", "what to call the sweep and its folder; the file's name if left out"),
  SEED("seed", "whole number from which everything random comes"),

  DATA("data", "what to learn from"),
  DATA_FORMAT("data.format", "how the files are written"),
  DATA_PATH("data.path", "file of comma-separated values with a header"),
  DATA_LABEL("data.label", "column that is to be predicted"),
  DATA_IMAGES("data.images", "IDX file of the images"),
  DATA_LABELS("data.labels", "IDX file of the images' labels"),
  DATA_TASK("data.task", "what the label means"),
  DATA_VALIDATION("data.validation", "rows that trials are compared on: a share, or own files"),
  DATA_TEST("data.test", "rows that only the best trials see: a share, or own files"),
  DATA_SCALE("data.scale", "how inputs are scaled, fitted on training rows only"),
  HELD_OUT_PATH("data.*.path", "file of comma-separated values with a header"),
  HELD_OUT_IMAGES("data.*.images", "IDX file of the images"),
  HELD_OUT_LABELS("data.*.labels", "IDX file of the images' labels"),

  MODEL("model", "the network that every trial trains"),
  MODEL_TYPE("model.type", "kind of network"),
  MODEL_HIDDEN_UNITS("model", Hyperparameter.HIDDEN_UNITS),
  MODEL_ACTIVATION("model", Hyperparameter.ACTIVATION),
  MODEL_DROPOUT("model", Hyperparameter.DROPOUT),

  TRAINING("training", "how every trial trains"),
  TRAINING_UPDATER("training", Hyperparameter.UPDATER),
  TRAINING_LEARNING_RATE("training", Hyperparameter.LEARNING_RATE),
  TRAINING_LAMBDA("training", Hyperparameter.LAMBDA),
  TRAINING_BATCH_SIZE("training", Hyperparameter.BATCH_SIZE),
  TRAINING_MAX_EPOCHS("training.max_epochs", "passes over the training rows at most"),
  TRAINING_EARLY_STOPPING("training.early_stopping", "when a trial stops sooner, or none"),
  EARLY_STOPPING_PATIENCE(
      "training.early_stopping.patience", "epochs in a row without improvement that end a trial"),
  EARLY_STOPPING_MIN_DELTA(
      "training.early_stopping.min_delta", "least improvement that counts, in the metric's unit"),

  METRIC("metric", "what trials are compared by"),
  METRIC_NAME("metric.name", "what is measured on the validation rows after each epoch"),
  METRIC_GOAL("metric.goal", "which direction is better; follows from the name"),

  SEARCH("search", "how configurations are chosen"),
  SEARCH_METHOD("search.method", "strategy"),
  SEARCH_MAX_TRIALS("search.max_trials", "how many configurations to train"),
  SEARCH_ROUNDS("search.rounds", "how many times coarse_to_fine narrows the search"),
  SEARCH_TRY_FIRST("search.try_first", "configurations to train before the method's own"),
  SEARCH_WARM_START("search.warm_start", "folder of an earlier run to learn from"),

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

  Key(String section, Hyperparameter hyperparameter) {
    this(section + "." + hyperparameter.key(), hyperparameter.help());
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

  /** The keys of {@code section}, whose path is empty for the file itself. */
  static List<Key> in(String section) {
    return Arrays.stream(values()).filter(key -> key.section().equals(section)).toList();
  }

  boolean isIn(Key section) {
    return section().equals(section.path);
  }

  /** How many sections it is inside of. */
  int depth() {
    return (int) path.chars().filter(each -> each == '.').count();
  }

  private String section() {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }

  /** Where a value of {@code hyperparameter} that holds for every trial is written. */
  static Key fixing(Hyperparameter hyperparameter) {
    return switch (hyperparameter) {
      case HIDDEN_UNITS -> MODEL_HIDDEN_UNITS;
      case ACTIVATION -> MODEL_ACTIVATION;
      case DROPOUT -> MODEL_DROPOUT;
      case UPDATER -> TRAINING_UPDATER;
      case LEARNING_RATE -> TRAINING_LEARNING_RATE;
      case LAMBDA -> TRAINING_LAMBDA;
      case BATCH_SIZE -> TRAINING_BATCH_SIZE;
    };
  }
}
