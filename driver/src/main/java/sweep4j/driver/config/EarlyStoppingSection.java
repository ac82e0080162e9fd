package sweep4j.driver.config;

import org.jspecify.annotations.Nullable;
import sweep4j.trial.EarlyStopping;
import sweep4j.trial.Metric;
import sweep4j.trial.Task;

/** Reads and writes {@code training.early_stopping}: a mapping, or {@code none}. */
final class EarlyStoppingSection {
  static final EarlyStopping DEFAULT = new EarlyStopping(5, 0.0);
  private static final String NONE = "none";

  private EarlyStoppingSection() {}

  /**
   * The rule, or null after a problem.
   *
   * @param task null if a problem with it has been reported
   */
  static @Nullable EarlyStopping read(Value value, @Nullable Task task) {
    if (value.node() instanceof Node.Scalar scalar && scalar.text().equals(NONE)) {
      return EarlyStopping.never();
    }
    Section section =
        value.section(
            Key.TRAINING_EARLY_STOPPING.path(), "{patience: ..., min_delta: ...} or none");
    if (section == null) {
      return null;
    }
    Integer patience =
        section.read(Key.EARLY_STOPPING_PATIENCE, DEFAULT.patience(), given -> given.count(1));
    Double minDelta =
        section.read(
            Key.EARLY_STOPPING_MIN_DELTA, DEFAULT.minDelta(), EarlyStoppingSection::minDelta);
    Double maxMinutes =
        section.read(
            Key.EARLY_STOPPING_MAX_MINUTES, DEFAULT.maxMinutes(), EarlyStoppingSection::minutes);
    // A section cannot tell "left out" from "wrong" by null.
    boolean watches = section.has(Key.EARLY_STOPPING_METRIC);
    Metric metric = watches ? metric(section, task) : null;
    return patience == null || minDelta == null || maxMinutes == null || (watches && metric == null)
        ? null
        : new EarlyStopping(patience, minDelta, metric, maxMinutes);
  }

  private static @Nullable Metric metric(Section section, @Nullable Task task) {
    Metric metric =
        section.read(Key.EARLY_STOPPING_METRIC, given -> given.choice(WorkloadSections.METRICS));
    if (metric != null && task != null && !metric.fits(task)) {
      section.problem(
          Key.EARLY_STOPPING_METRIC,
          WorkloadSections.unfit(Key.EARLY_STOPPING_METRIC, task, metric));
      return null;
    }
    return metric;
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

  private static @Nullable Double minutes(Value value) {
    String rule = "a number above 0";
    Double minutes = value.real(rule);
    if (minutes != null && !(minutes > 0.0)) {
      value.mustBe(rule);
      return null;
    }
    return minutes;
  }

  /** The text that {@link #read} reads {@code rule} from. */
  static String text(EarlyStopping rule) {
    if (rule.equals(EarlyStopping.never())) {
      return NONE;
    }
    var text =
        new StringBuilder(
            "{patience: %d, min_delta: %s".formatted(rule.patience(), rule.minDelta()));
    Metric metric = rule.metric();
    if (metric != null) {
      text.append(", metric: ").append(metric.key());
    }
    if (Double.isFinite(rule.maxMinutes())) {
      text.append(", max_minutes: ").append(rule.maxMinutes());
    }
    return text.append('}').toString();
  }
}
