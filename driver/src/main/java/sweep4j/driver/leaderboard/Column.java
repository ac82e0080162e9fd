package sweep4j.driver.leaderboard;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.confirm.Confirmed;
import sweep4j.trial.GradientNorms;
import sweep4j.trial.Legal;
import sweep4j.trial.Measurement;
import sweep4j.trial.Score;
import sweep4j.trial.StopReason;
import sweep4j.trial.Task;
import sweep4j.trial.Tunable;

/**
 * A column of the leaderboard.
 *
 * @param name in the header
 * @param kind of its values
 * @param cell the text of a row's cell in full precision; null for an empty cell
 */
public record Column(String name, Kind kind, Function<Leaderboard.Row, @Nullable Object> cell) {

  /** What all cells of a column are that are not empty. */
  public enum Kind {
    /** A whole number of 32 bits. */
    WHOLE,
    /** A whole number of 64 bits. */
    LONG,
    /** A real number. */
    REAL,
    /** True or false. */
    TRUTH,
    /** A moment, in ISO 8601. */
    TIME,
    /** Any other. */
    TEXT
  }

  /** ISO 8601 in UTC with milliseconds, so that all cells are of one length and sort as text. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  /** The leaderboard's columns, in their order, for a sweep of {@code parameters}. */
  public static List<Column> of(Task task, List<Tunable> parameters) {
    String quality =
        switch (task) {
          case CLASSIFICATION -> "accuracy";
          case REGRESSION -> "rmse";
        };
    var columns = new ArrayList<Column>();
    columns.add(new Column("rank", Kind.WHOLE, Leaderboard.Row::rank));
    columns.add(new Column("trial", Kind.WHOLE, row -> row.trial().trial()));
    columns.add(new Column("round", Kind.WHOLE, row -> row.trial().request().round()));
    columns.add(new Column("state", Kind.TEXT, row -> row.trial().result().state()));
    columns.add(new Column("stop_reason", Kind.TEXT, Column::stopReason));
    columns.add(measured("objective", Kind.REAL, Measurement::objective));
    columns.add(measured("validation_loss", Kind.REAL, m -> m.validation().loss()));
    columns.add(measured("validation_" + quality, Kind.REAL, m -> m.validation().quality()));
    columns.add(trained("training_loss", Score::loss));
    columns.add(trained("training_" + quality, Score::quality));
    columns.add(new Column("test_" + quality, Kind.REAL, Leaderboard.Row::testQuality));
    columns.add(confirmed("confirm_mean", Kind.REAL, each -> each.objective().mean()));
    columns.add(confirmed("confirm_sd", Kind.REAL, each -> each.objective().sd()));
    columns.add(confirmed("confirm_low", Kind.REAL, each -> each.objective().low()));
    columns.add(confirmed("confirm_high", Kind.REAL, each -> each.objective().high()));
    columns.add(confirmed("tied_with_best", Kind.TRUTH, Confirmed::isTiedWithBest));
    columns.add(measured("gap", Kind.REAL, Column::gap));
    columns.add(new Column("diagnosis", Kind.TEXT, Leaderboard.Row::diagnosis));
    columns.add(new Column("gradients", Kind.TEXT, Column::gradients));
    columns.add(measured("best_epoch", Kind.WHOLE, Measurement::bestEpoch));
    columns.add(new Column("epochs", Kind.WHOLE, row -> row.trial().result().epochs()));
    for (Tunable parameter : parameters) {
      columns.add(
          new Column(
              parameter.key(),
              kind(parameter),
              row -> row.trial().request().hyperparameters().set().get(parameter)));
    }
    columns.add(new Column("seed", Kind.LONG, row -> row.trial().request().seed()));
    columns.add(new Column("started", Kind.TIME, Column::started));
    columns.add(new Column("seconds", Kind.REAL, row -> row.trial().result().seconds()));
    columns.add(new Column("executor", Kind.TEXT, row -> row.trial().result().executor()));
    columns.add(new Column("device", Kind.TEXT, row -> row.trial().result().device()));
    columns.add(new Column("attempts", Kind.WHOLE, row -> row.trial().result().attempts()));
    columns.add(new Column("error", Kind.TEXT, row -> row.trial().result().error()));
    return List.copyOf(columns);
  }

  private static Kind kind(Tunable parameter) {
    Legal legal = parameter.legal();
    if (legal instanceof Legal.RealRange) {
      return Kind.REAL;
    } else if (legal instanceof Legal.WholeRange) {
      return Kind.WHOLE;
    }
    return legal instanceof Legal.Switch ? Kind.TRUTH : Kind.TEXT;
  }

  /**
   * A row's cell as an {@link Integer}, {@link Long}, {@link Double}, {@link Boolean}, {@link
   * Instant} or {@link String}, as its kind says; null if it is empty.
   */
  public @Nullable Object value(Leaderboard.Row row) {
    Object content = cell.apply(row);
    if (content == null) {
      return null;
    }
    String text = content.toString();
    return switch (kind) {
      case WHOLE -> Integer.valueOf(text);
      case LONG -> Long.valueOf(text);
      case REAL -> Double.valueOf(text);
      case TRUTH -> Boolean.valueOf(text);
      case TIME -> Instant.parse(text);
      case TEXT -> text.isEmpty() ? null : text;
    };
  }

  private static Column measured(
      String name, Kind kind, Function<Measurement, @Nullable Object> value) {
    return new Column(
        name,
        kind,
        row -> {
          Measurement measurement = row.trial().result().measurement();
          return measurement == null ? null : value.apply(measurement);
        });
  }

  private static Column confirmed(String name, Kind kind, Function<Confirmed, Object> value) {
    return new Column(
        name,
        kind,
        row -> {
          Confirmed confirmed = row.confirmed();
          return confirmed == null ? null : value.apply(confirmed);
        });
  }

  /** A score on the training split, which a trial that was pruned has not. */
  private static Column trained(String name, Function<Score, Object> value) {
    return new Column(
        name,
        Kind.REAL,
        row -> {
          Measurement measurement = row.trial().result().measurement();
          Score training = measurement == null ? null : measurement.training();
          return training == null ? null : value.apply(training);
        });
  }

  /** How much higher the loss is on validation rows than on training rows. */
  private static @Nullable Object gap(Measurement measurement) {
    Score training = measurement.training();
    return training == null ? null : measurement.validation().loss() - training.loss();
  }

  private static GradientNorms.@Nullable Verdict gradients(Leaderboard.Row row) {
    GradientNorms norms = row.trial().result().gradientNorms();
    return norms == null ? null : norms.verdict();
  }

  private static @Nullable String started(Leaderboard.Row row) {
    Instant started = row.trial().result().started();
    return started == null ? null : TIME.format(started);
  }

  private static @Nullable StopReason stopReason(Leaderboard.Row row) {
    return row.trial().result().stopReason();
  }
}
