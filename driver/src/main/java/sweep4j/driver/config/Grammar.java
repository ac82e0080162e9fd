package sweep4j.driver.config;

import static sweep4j.driver.config.Form.atLeast;
import static sweep4j.driver.config.Form.either;
import static sweep4j.driver.config.Form.flag;
import static sweep4j.driver.config.Form.names;
import static sweep4j.driver.config.Form.oneOf;
import static sweep4j.driver.config.Form.optional;
import static sweep4j.driver.config.Form.positive;
import static sweep4j.driver.config.Form.real;
import static sweep4j.driver.config.Form.section;
import static sweep4j.driver.config.Form.text;
import static sweep4j.driver.config.Form.whole;
import static sweep4j.driver.config.Usual.depends;
import static sweep4j.driver.config.Usual.required;
import static sweep4j.driver.config.Usual.same;

import java.util.EnumMap;
import java.util.Map;
import sweep4j.driver.config.Form.Listing;
import sweep4j.driver.config.Form.OfHyperparameters;
import sweep4j.driver.search.SearchMethod;
import sweep4j.trial.DataParallel;
import sweep4j.trial.Delivery;
import sweep4j.trial.Goal;
import sweep4j.trial.ImageSize;
import sweep4j.trial.Limits;
import sweep4j.trial.Metric;
import sweep4j.trial.Missing;
import sweep4j.trial.ModelType.Resnet.Block;
import sweep4j.trial.OwnNetwork;
import sweep4j.trial.RefitRows;
import sweep4j.trial.Resources;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;

/**
 * What each {@link Key} may hold, what holds without it, and an example, for the schema that
 * editors read and for the reference. Which keys belong to which value of another key is said by
 * {@link Ownership}.
 */
final class Grammar {
  private static final Map<Key, Rule> RULES = new EnumMap<>(Key.class);

  private static final Form LOCATION = text("a path or a URI");
  private static final Form LOCATIONS =
      either(LOCATION, new Listing("a list of these", LOCATION, 1, Integer.MAX_VALUE));
  private static final Form COLUMNS =
      new Listing("a list of columns' names", text("the name of a column"), 0, Integer.MAX_VALUE);
  private static final Form HELD_OUT =
      either(real(0.0, false, 1.0, false), new Form.Section("data.*"));
  private static final Form DURATION =
      either(
          names("none"),
          new Form.Text(
              "a time such as `90s`, `30m`, `8h`, `2d`, at most 10000d",
              LimitsSection.DURATION.pattern()));
  private static final Form MODE = oneOf(ParallelSection.Mode.values());
  private static final Form WORKERS = whole(1, DataParallel.MOST_WORKERS);
  private static final Form AVERAGING_FREQUENCY = whole(1, DataParallel.MOST_MINI_BATCHES);
  private static final Form METRICS = oneOf(Metric.values(), Metric::key);

  static {
    put(
        Key.NAME,
        new Form.Text(SweepDefinition.NAME_RULE, SweepDefinition.NAME.pattern()),
        depends("the file's name"),
        "digits-random");
    put(Key.SEED, whole(Long.MIN_VALUE, Long.MAX_VALUE), same(SweepFileReader.DEFAULT_SEED), "7");

    put(Key.DATA, section(Key.DATA), required(), "{format: csv, path: table.csv, label: kind}");
    put(Key.DATA_FORMAT, oneOf(DataFormat.values()), required(), "csv");
    put(Key.DATA_PATH, LOCATIONS, depends("required"), "[may.csv, june.csv]");
    put(Key.DATA_LABEL, text("the name of a column"), depends("required"), "kind");
    put(Key.DATA_CATEGORICAL, COLUMNS, same("[]"), "[colour, town]");
    put(Key.DATA_IGNORE, COLUMNS, same("[]"), "[id]");
    put(Key.DATA_MISSING, oneOf(Missing.values()), same("error"), "drop");
    put(
        Key.DATA_COLUMNS,
        whole(1, 1 << 24),
        depends("the highest column of the training data"),
        "784");
    put(
        Key.DATA_IMAGE_SIZE,
        new Listing(
            "`[height, width]` in pixels, each 1 to " + ImageSize.MOST,
            whole(1, ImageSize.MOST),
            2,
            2),
        depends("the images' own, which must be one"),
        "[28, 28]");
    put(Key.DATA_IMAGES, LOCATION, depends("required"), "train-images-idx3-ubyte.gz");
    put(Key.DATA_LABELS, LOCATION, depends("required"), "train-labels-idx1-ubyte.gz");
    put(Key.DATA_TASK, oneOf(Task.values()), same("classification"), "regression");
    put(Key.DATA_VALIDATION, HELD_OUT, same(DataSection.USUAL_SHARE), "0.2");
    put(Key.DATA_TEST, HELD_OUT, same(DataSection.USUAL_SHARE), "{path: test.csv}");
    put(
        Key.DATA_SCALE,
        oneOf(Scale.values()),
        depends(
            "`standardize` for csv and parquet, `min_max` for idx and images, `none` for libsvm"),
        "min_max");
    put(Key.DATA_DELIVERY, oneOf(Delivery.values()), same("auto"), "read");
    put(Key.HELD_OUT_PATH, LOCATIONS, depends("required"), "test.csv");
    put(Key.HELD_OUT_IMAGES, LOCATION, depends("required"), "t10k-images-idx3-ubyte.gz");
    put(Key.HELD_OUT_LABELS, LOCATION, depends("required"), "t10k-labels-idx1-ubyte.gz");

    put(Key.MODEL, section(Key.MODEL), depends("an `mlp`"), "{hidden_units: [64, 32]}");
    put(Key.MODEL_TYPE, oneOf(ModelSection.Type.values()), same("mlp"), "resnet");
    put(
        Key.MODEL_FACTORY,
        new Form.Text("the full name of a class", OwnNetwork.FACTORY.pattern()),
        depends("required"),
        "com.example.WideNet");
    put(
        Key.MODEL_DECLARES,
        OfHyperparameters.DECLARATIONS,
        depends("asked of the class"),
        "{depth: {kind: whole, min: 1, max: 8, default: 2, help: how many blocks}}");
    put(
        Key.MODEL_USES,
        new Listing(
            "a list of names of parameters under `model`",
            names(DeclarationsSection.usable()),
            0,
            Integer.MAX_VALUE),
        depends("asked of the class"),
        "[activation]");
    put(Key.DECLARED_KIND, oneOf(DeclarationsSection.Kind.values()), required(), "real");
    put(Key.DECLARED_MIN, Form.number(), depends("required"), "0.0");
    put(Key.DECLARED_MAX, Form.number(), depends("required"), "1.0");
    put(Key.DECLARED_MIN_INCLUDED, flag(), same(true), "false");
    put(Key.DECLARED_MAX_INCLUDED, flag(), same(true), "false");
    put(
        Key.DECLARED_NAMES,
        new Listing("a list of names", text("a name"), 1, Integer.MAX_VALUE),
        depends("required"),
        "[narrow, wide]");
    put(Key.DECLARED_DEFAULT, OfHyperparameters.ANY_VALUE, required(), "0.5");
    put(Key.DECLARED_HELP, text("one line of text"), required(), "how much of it");
    put(
        Key.MODEL_BLOCK,
        oneOf(Block.values()),
        depends("`convolutional` for images, else `dense`"),
        "dense");
    put(Key.MODEL_CONFIGURATION, LOCATION, depends("required"), "network.json");

    put(Key.TRAINING, section(Key.TRAINING), depends("all defaults"), "{updater: sgd}");
    put(Key.TRAINING_MAX_EPOCHS, atLeast(1), same(WorkloadSections.DEFAULT_MAX_EPOCHS), "20");
    put(
        Key.TRAINING_EARLY_STOPPING,
        optional(Key.TRAINING_EARLY_STOPPING),
        same(EarlyStoppingSection.text(EarlyStoppingSection.DEFAULT)),
        "{patience: 3}");
    put(
        Key.EARLY_STOPPING_PATIENCE,
        atLeast(1),
        same(EarlyStoppingSection.DEFAULT.patience()),
        "3");
    put(
        Key.EARLY_STOPPING_MIN_DELTA,
        real(0.0, true, Double.MAX_VALUE, true),
        same(EarlyStoppingSection.DEFAULT.minDelta()),
        "0.001");
    put(Key.EARLY_STOPPING_METRIC, METRICS, depends("the sweep's metric"), "validation_loss");
    put(Key.EARLY_STOPPING_MAX_MINUTES, positive(), depends("no limit"), "10");
    put(Key.TRAINING_MODE, MODE, same("single"), "data_parallel");
    put(Key.TRAINING_WORKERS, WORKERS, same(DataParallel.usual().workers()), "2");
    put(
        Key.TRAINING_AVERAGING_FREQUENCY,
        AVERAGING_FREQUENCY,
        same(DataParallel.usual().averagingFrequency()),
        "10");
    put(Key.TRAINING_GRADIENT_NORMS, flag(), same(false), "true");

    put(Key.AUGMENTATION, section(Key.AUGMENTATION), depends("none"), "{augment_shift: 0.1}");

    put(Key.METRIC, section(Key.METRIC), depends("the loss"), "{name: validation_accuracy}");
    put(Key.METRIC_NAME, METRICS, same("validation_loss"), "validation_accuracy");
    put(Key.METRIC_GOAL, oneOf(Goal.values()), depends("as the metric wants it"), "minimize");

    put(Key.SEARCH, section(Key.SEARCH), required(), "{method: random, max_trials: 24}");
    put(Key.SEARCH_METHOD, oneOf(MethodName.values()), required(), "random");
    put(
        Key.SEARCH_MAX_TRIALS,
        whole(1, SearchPlan.MOST_TRIALS),
        depends("required but for `grid`"),
        "24");
    put(Key.SEARCH_ROUNDS, atLeast(1), depends("one for every 10 trials, from 3 to 8"), "4");
    put(
        Key.SEARCH_KEEP,
        real(0.0, false, 1.0, true),
        same(SearchMethod.CoarseToFine.USUAL_KEEP),
        "0.1");
    put(
        Key.SEARCH_SHRINK,
        real(0.0, false, 1.0, false),
        depends("by rounds: 0.42 up to 3, 0.5, 0.59, 0.66 from 6"),
        "0.5");
    put(Key.SEARCH_EXPAND, flag(), same(false), "true");
    put(Key.SEARCH_STARTUP_TRIALS, atLeast(1), same(SearchMethod.Tpe.DEFAULT_STARTUP_TRIALS), "20");
    put(
        Key.SEARCH_PRUNER,
        either(oneOf(PrunerName.values()), section(Key.SEARCH_PRUNER)),
        same("none"),
        "hyperband");
    put(Key.PRUNER_METHOD, oneOf(PrunerName.values()), required(), "median");
    put(
        Key.PRUNER_REDUCTION_FACTOR,
        atLeast(2),
        same(PrunerSettings.DEFAULT_REDUCTION_FACTOR),
        "4");
    put(Key.PRUNER_MIN_EPOCHS, atLeast(1), same(PrunerSettings.DEFAULT_MIN_EPOCHS), "2");
    put(
        Key.PRUNER_BRACKET_TRIALS,
        atLeast(2),
        depends("so many that one of them goes on from the last rung"),
        "9");
    put(Key.PRUNER_STARTUP_TRIALS, atLeast(1), same(PrunerSettings.DEFAULT_STARTUP_TRIALS), "10");
    put(Key.PRUNER_WARMUP_EPOCHS, atLeast(0), same(PrunerSettings.DEFAULT_WARMUP_EPOCHS), "2");
    put(Key.PRUNER_INTERVAL_EPOCHS, atLeast(1), depends("a tenth of `training.max_epochs`"), "3");
    put(
        Key.SEARCH_TRY_FIRST,
        new Listing(
            "a list of configurations, whole or in part",
            OfHyperparameters.CONFIGURATION,
            1,
            Integer.MAX_VALUE),
        depends("none"),
        "[{learning_rate: 0.01}]");
    put(Key.SEARCH_WARM_START, LOCATION, depends("none"), "runs/digits-20261123-090000");

    put(Key.CONFIRM, optional(Key.CONFIRM), same("none"), "{top: 5, repeats: 5}");
    put(Key.CONFIRM_TOP, whole(1, ConfirmPlan.MOST), same(ConfirmPlan.DEFAULT_TOP), "3");
    put(
        Key.CONFIRM_REPEATS,
        whole(ConfirmPlan.leastRepeats(true), ConfirmPlan.MOST),
        depends("5; with `folds`, 1"),
        "10");
    put(Key.CONFIRM_FOLDS, whole(2, ConfirmPlan.MOST), depends("as many as `repeats`"), "10");

    put(Key.ENSEMBLE, optional(Key.ENSEMBLE), same("none"), "{top: 5}");
    put(Key.ENSEMBLE_TOP, whole(2, EnsemblePlan.MOST), same(EnsemblePlan.DEFAULT_TOP), "10");

    put(Key.TEST, section(Key.TEST), same("{top: 1}"), "{top: 5}");
    put(Key.TEST_TOP, whole(1, TestPlan.MOST), same(TestPlan.usual().top()), "5");

    put(Key.REFIT, optional(Key.REFIT), same("none"), "{on: train}");
    put(Key.REFIT_ON, oneOf(RefitRows.values(), RefitRows::key), same("train+validation"), "train");
    put(Key.REFIT_MODE, MODE, same("single"), "data_parallel");
    put(Key.REFIT_WORKERS, WORKERS, same(DataParallel.usual().workers()), "2");
    put(
        Key.REFIT_AVERAGING_FREQUENCY,
        AVERAGING_FREQUENCY,
        same(DataParallel.usual().averagingFrequency()),
        "10");
    put(Key.REFIT_COMPARE, flag(), same(false), "true");

    put(Key.LIMITS, section(Key.LIMITS), depends("all defaults"), "{timeout: 8h}");
    put(Key.LIMITS_MAX_ATTEMPTS, whole(1, 100), same(Limits.DEFAULT_ATTEMPTS), "5");
    put(Key.LIMITS_MAX_FAILED_TRIALS, either(names("none"), atLeast(1)), same("none"), "10");
    put(Key.LIMITS_TIMEOUT, DURATION, same("none"), "8h");
    put(Key.LIMITS_TRIAL_TIMEOUT, DURATION, same("none"), "30m");

    put(Key.RESOURCES, optional(Key.RESOURCES), same("none"), "{gpu: 1}");
    put(
        Key.RESOURCES_GPU,
        new Form.Either(
            "0, 1, or a share of one GPU from 0.001 to 0.5",
            java.util.List.of(
                whole(0, 1), real(Resources.LEAST_SHARE, true, Resources.LARGEST_SHARE, true))),
        same(0),
        "0.25");

    put(
        Key.PARAMETERS,
        OfHyperparameters.SPACE,
        required(),
        "{dropout: {distribution: uniform, min: 0.0, max: 0.6}}");
    put(
        Key.PARAMETER_DISTRIBUTION,
        OfHyperparameters.DISTRIBUTION,
        depends("required with `min` and `max`"),
        "log_uniform");
    put(
        Key.PARAMETER_MIN,
        OfHyperparameters.BOUND,
        depends("required with `distribution`"),
        "0.001");
    put(Key.PARAMETER_MAX, OfHyperparameters.BOUND, depends("required with `distribution`"), "0.1");
    put(Key.PARAMETER_STEPS, whole(2, RangeSection.MAX_STEPS), depends("a continuum"), "5");
    put(
        Key.PARAMETER_Q,
        positive(),
        depends("required for `q_uniform`; 1 for `int_uniform`"),
        "0.1");
    put(Key.PARAMETER_VALUES, OfHyperparameters.VALUES, depends("none"), "[0.001, 0.01]");
    put(
        Key.PARAMETER_WEIGHTS,
        new Listing(
            "a list of numbers above 0, one for each value", positive(), 1, Integer.MAX_VALUE),
        depends("equal"),
        "[3, 1]");
    put(
        Key.PARAMETER_ORDERED,
        flag(),
        depends("`true` for numbers, which are then sorted; `false` for names"),
        "true");
    put(Key.PARAMETER_VALUE, OfHyperparameters.VALUE, depends("none"), "0.01");
    put(
        Key.PARAMETER_WHEN,
        OfHyperparameters.CONDITIONS,
        depends("always"),
        "{updater: [sgd, nesterovs]}");
  }

  private Grammar() {}

  private static void put(Key key, Form form, Usual usual, String example) {
    RULES.put(key, new Rule(form, usual, example));
  }

  static Rule of(Key key) {
    Rule rule = RULES.get(key);
    if (rule == null) {
      throw new IllegalStateException(
          "Key.%s has no rule: say in Grammar what it may hold, what holds without it, and an example"
              .formatted(key.name()));
    }
    return rule;
  }
}
