package sweep4j.driver.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.Delivery;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;

/** Reads {@code data:}. Whether files exist and what is in them is for the data loader to say. */
final class DataSection {
  static final double USUAL_SHARE = 0.15;
  private static final HeldOut DEFAULT_SHARE = new HeldOut.Share(USUAL_SHARE);
  private static final Map<String, DataFormat> FORMATS = Choice.of(DataFormat.values());
  private static final Map<String, Task> TASKS = Choice.of(Task.values());
  private static final Map<String, Delivery> DELIVERIES = Choice.of(Delivery.values());
  private static final Map<String, Scale> SCALES = Choice.of(Scale.values());

  private final Section data;
  private final Locations locations;

  private DataSection(Section data, Locations locations) {
    this.data = data;
    this.locations = locations;
  }

  /** What the label means; null after a problem. */
  static @Nullable Task task(Section data) {
    return data.read(Key.DATA_TASK, Task.CLASSIFICATION, value -> value.choice(TASKS));
  }

  /** How the data come to the executors; null after a problem. */
  static @Nullable Delivery delivery(Section data) {
    return data.read(Key.DATA_DELIVERY, Delivery.AUTO, value -> value.choice(DELIVERIES));
  }

  /**
   * The settings, or null after a problem.
   *
   * @param task null if a problem with it has been reported
   */
  static @Nullable DataSettings read(Section data, @Nullable Task task, Locations locations) {
    return new DataSection(data, locations).settings(task);
  }

  private @Nullable DataSettings settings(@Nullable Task task) {
    DataFormat format = data.read(Key.DATA_FORMAT, value -> value.choice(FORMATS));
    Scale fallback = format == null ? Scale.NONE : format.defaultScale();
    Scale scale = data.read(Key.DATA_SCALE, fallback, value -> value.choice(SCALES));
    if (format == null) {
      return null;
    }
    format.refuseForeign(data, Key.in("data"));
    DataSource source = SourceSection.main(data, format, task, locations);
    HeldOut validation = heldOut(Key.DATA_VALIDATION, format, source);
    HeldOut test = heldOut(Key.DATA_TEST, format, source);
    if (validation == null || test == null || !leaveRows(validation, test)) {
      return null;
    }
    return source == null || task == null || scale == null
        ? null
        : new DataSettings(source, task, validation, test, scale);
  }

  private @Nullable HeldOut heldOut(Key key, DataFormat format, @Nullable DataSource main) {
    return data.read(
        key,
        DEFAULT_SHARE,
        value ->
            value.node() instanceof Node.Mapping
                ? ownFiles(value, format, main)
                : share(value, format));
  }

  private static HeldOut.@Nullable Share share(Value value, DataFormat format) {
    String rule = "a share above 0 and below 1, or files of its own, " + format.ownFiles();
    Double share = value.real(rule);
    if (share == null) {
      return null;
    }
    if (!(share > 0.0 && share < 1.0)) {
      value.mustBe(rule);
      return null;
    }
    return new HeldOut.Share(share);
  }

  private HeldOut.@Nullable Own ownFiles(
      Value value, DataFormat format, @Nullable DataSource main) {
    Section own = value.section("data.*", format.ownFiles());
    if (own == null) {
      return null;
    }
    format.refuseForeign(own, Key.in("data.*"));
    DataSource source = SourceSection.heldOut(own, format, main, locations);
    return source == null ? null : new HeldOut.Own(source);
  }

  private boolean leaveRows(HeldOut validation, HeldOut test) {
    if (validation instanceof HeldOut.Share first
        && test instanceof HeldOut.Share second
        && first.share() + second.share() >= 1.0) {
      data.problem(
          data.has(Key.DATA_VALIDATION) ? Key.DATA_VALIDATION : Key.DATA_TEST,
          "data.validation and data.test must sum to less than 1 to leave rows to train on, but"
              + " got %s and %s".formatted(first.share(), second.share()));
      return false;
    }
    return true;
  }
}
