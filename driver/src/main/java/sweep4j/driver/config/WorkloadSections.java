package sweep4j.driver.config;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.DataSettings;
import sweep4j.trial.EarlyStopping;
import sweep4j.trial.Goal;
import sweep4j.trial.Group;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Metric;
import sweep4j.trial.ModelType;
import sweep4j.trial.Task;
import sweep4j.trial.Workload;

/**
 * Reads {@code model:}, {@code training:}, {@code augmentation:} and {@code metric:}: what all
 * trials have in common.
 */
final class WorkloadSections {
  static final int DEFAULT_MAX_EPOCHS = 50;

  static final Map<String, Metric> METRICS = Choice.of(Metric.values(), Metric::key);
  private static final Map<String, Goal> GOALS = Choice.of(Goal.values());

  private final Section model;
  private final Section training;
  private final Section augmentation;
  private final Section metric;

  WorkloadSections(Section model, Section training, Section augmentation, Section metric) {
    this.model = model;
    this.training = training;
    this.augmentation = augmentation;
    this.metric = metric;
  }

  /**
   * The workload, or null after a problem.
   *
   * @param type null if a problem with it has been reported
   * @param task null if a problem with it has been reported
   * @param data null if a problem with them has been reported
   * @param parameters the section of the hyperparameters that are searched, not fixed
   */
  @Nullable Workload read(
      @Nullable ModelType type,
      @Nullable Task task,
      @Nullable DataSettings data,
      Section parameters) {
    var homes =
        Map.of(Group.MODEL, model, Group.TRAINING, training, Group.AUGMENTATION, augmentation);
    Hyperparameters fixed = new FixedValues(type, homes, parameters, data).read();
    Integer maxEpochs =
        training.read(Key.TRAINING_MAX_EPOCHS, DEFAULT_MAX_EPOCHS, value -> value.count(1));
    EarlyStopping earlyStopping =
        training.read(
            Key.TRAINING_EARLY_STOPPING,
            EarlyStoppingSection.DEFAULT,
            value -> EarlyStoppingSection.read(value, task));
    Boolean gradientNorms = training.read(Key.TRAINING_GRADIENT_NORMS, false, Value::flag);
    ParallelSection.Read parallel =
        new ParallelSection(
                training, Key.TRAINING_MODE, Key.TRAINING_WORKERS, Key.TRAINING_AVERAGING_FREQUENCY)
            .read(List.of(), ParallelSection.Read::new);
    Metric objective = objective(task);
    return type == null
            || fixed == null
            || maxEpochs == null
            || earlyStopping == null
            || gradientNorms == null
            || parallel == null
            || objective == null
        ? null
        : new Workload(
            type, fixed, maxEpochs, earlyStopping, objective, gradientNorms, parallel.how());
  }

  private @Nullable Metric objective(@Nullable Task task) {
    Metric objective =
        metric.read(Key.METRIC_NAME, Metric.VALIDATION_LOSS, value -> value.choice(METRICS));
    if (objective == null) {
      metric.read(Key.METRIC_GOAL, Goal.MINIMIZE, value -> value.choice(GOALS));
      return null;
    }
    Goal goal = metric.read(Key.METRIC_GOAL, objective.goal(), value -> value.choice(GOALS));
    boolean sound = goal != null;
    if (goal != null && goal != objective.goal()) {
      metric.problem(
          Key.METRIC_GOAL,
          "metric.goal must be %s for %s, but got %s"
              .formatted(Choice.name(objective.goal()), objective.key(), Choice.name(goal)));
      sound = false;
    }
    if (task != null && !objective.fits(task)) {
      metric.problem(Key.METRIC_NAME, unfit(Key.METRIC_NAME, task, objective));
      sound = false;
    }
    return sound ? objective : null;
  }

  /** What to say of a metric that no model for {@code task} has. */
  static String unfit(Key key, Task task, Metric metric) {
    return "%s must be one of %s for %s, but got %s"
        .formatted(
            key.path(),
            Arrays.stream(Metric.values())
                .filter(each -> each.fits(task))
                .map(Metric::key)
                .collect(Collectors.joining(", ")),
            Choice.name(task),
            metric.key());
  }
}
