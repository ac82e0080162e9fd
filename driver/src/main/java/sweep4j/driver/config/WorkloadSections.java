package sweep4j.driver.config;

import java.util.Arrays;
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
  private static final int DEFAULT_MAX_EPOCHS = 50;
  private static final EarlyStopping DEFAULT_EARLY_STOPPING = new EarlyStopping(5, 0.0);
  static final String NO_EARLY_STOPPING = "none";

  private static final Map<String, Metric> METRICS = Choice.of(Metric.values(), Metric::key);
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
   * @param task null if a problem with it has been reported
   * @param data null if a problem with them has been reported
   * @param type null if a problem with it has been reported
   * @param parameters the section of the hyperparameters that are searched, not fixed
   */
  @Nullable Workload read(
      @Nullable Task task,
      @Nullable DataSettings data,
      @Nullable ModelType type,
      Section parameters) {
    var homes =
        Map.of(Group.MODEL, model, Group.TRAINING, training, Group.AUGMENTATION, augmentation);
    Hyperparameters fixed = new FixedValues(homes, parameters, data, type).read();
    Integer maxEpochs =
        training.read(Key.TRAINING_MAX_EPOCHS, DEFAULT_MAX_EPOCHS, value -> value.count(1));
    EarlyStopping earlyStopping =
        training.read(
            Key.TRAINING_EARLY_STOPPING, DEFAULT_EARLY_STOPPING, WorkloadSections::earlyStopping);
    Metric objective = objective(task);
    return type == null
            || fixed == null
            || maxEpochs == null
            || earlyStopping == null
            || objective == null
        ? null
        : new Workload(type, fixed, maxEpochs, earlyStopping, objective);
  }

  private static @Nullable EarlyStopping earlyStopping(Value value) {
    if (value.node() instanceof Node.Scalar scalar && scalar.text().equals(NO_EARLY_STOPPING)) {
      return EarlyStopping.never();
    }
    Section section =
        value.section("training.early_stopping", "{patience: ..., min_delta: ...} or none");
    if (section == null) {
      return null;
    }
    Integer patience =
        section.read(
            Key.EARLY_STOPPING_PATIENCE,
            DEFAULT_EARLY_STOPPING.patience(),
            given -> given.count(1));
    Double minDelta =
        section.read(
            Key.EARLY_STOPPING_MIN_DELTA,
            DEFAULT_EARLY_STOPPING.minDelta(),
            WorkloadSections::minDelta);
    return patience == null || minDelta == null ? null : new EarlyStopping(patience, minDelta);
  }

  private static @Nullable Double minDelta(Value value) {
    String rule = "a number of at least 0";
    Double minDelta = value.real(rule);
    if (minDelta != null && minDelta < 0.0) {
      value.mustBe(rule);
      return null;
    }
    return minDelta;
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
      metric.problem(
          Key.METRIC_NAME,
          "metric.name must be one of %s for %s, but got %s"
              .formatted(
                  Arrays.stream(Metric.values())
                      .filter(each -> each.fits(task))
                      .map(Metric::key)
                      .collect(Collectors.joining(", ")),
                  Choice.name(task),
                  objective.key()));
      sound = false;
    }
    return sound ? objective : null;
  }
}
