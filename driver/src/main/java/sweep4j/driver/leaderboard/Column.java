package sweep4j.driver.leaderboard;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.GradientNorms;
import sweep4j.trial.Measurement;
import sweep4j.trial.Score;
import sweep4j.trial.StopReason;
import sweep4j.trial.Task;
import sweep4j.trial.Tunable;

/**
 * A column of the leaderboard.
 *
 * @param name in the header
 * @param cell the text of a row's cell in full precision; null for an empty cell
 */
record Column(String name, Function<Leaderboard.Row, @Nullable Object> cell) {

  /** ISO 8601 in UTC with milliseconds, so that all cells are of one length and sort as text. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  /** The leaderboard's columns, in their order, for a sweep of {@code parameters}. */
  static List<Column> of(Task task, List<Tunable> parameters) {
    String quality =
        switch (task) {
          case CLASSIFICATION -> "accuracy";
          case REGRESSION -> "rmse";
        };
    var columns = new ArrayList<Column>();
    columns.add(new Column("rank", Leaderboard.Row::rank));
    columns.add(new Column("trial", row -> row.trial().trial()));
    columns.add(new Column("round", row -> row.trial().request().round()));
    columns.add(new Column("state", row -> row.trial().result().state()));
    columns.add(new Column("stop_reason", Column::stopReason));
    columns.add(measured("objective", Measurement::objective));
    columns.add(measured("validation_loss", m -> m.validation().loss()));
    columns.add(measured("validation_" + quality, m -> m.validation().quality()));
    columns.add(trained("training_loss", Score::loss));
    columns.add(trained("training_" + quality, Score::quality));
    columns.add(new Column("test_" + quality, Leaderboard.Row::testQuality));
    columns.add(measured("gap", Column::gap));
    columns.add(new Column("diagnosis", Leaderboard.Row::diagnosis));
    columns.add(new Column("gradients", Column::gradients));
    columns.add(measured("best_epoch", Measurement::bestEpoch));
    columns.add(new Column("epochs", row -> row.trial().result().epochs()));
    for (Tunable parameter : parameters) {
      columns.add(
          new Column(
              parameter.key(),
              row -> row.trial().request().hyperparameters().set().get(parameter)));
    }
    columns.add(new Column("seed", row -> row.trial().request().seed()));
    columns.add(new Column("started", Column::started));
    columns.add(new Column("seconds", row -> row.trial().result().seconds()));
    columns.add(new Column("executor", row -> row.trial().result().executor()));
    columns.add(new Column("device", row -> row.trial().result().device()));
    columns.add(new Column("attempts", row -> row.trial().result().attempts()));
    columns.add(new Column("error", row -> row.trial().result().error()));
    return List.copyOf(columns);
  }

  private static Column measured(String name, Function<Measurement, @Nullable Object> value) {
    return new Column(
        name,
        row -> {
          Measurement measurement = row.trial().result().measurement();
          return measurement == null ? null : value.apply(measurement);
        });
  }

  /** A score on the training split, which a trial that was pruned has not. */
  private static Column trained(String name, Function<Score, Object> value) {
    return new Column(
        name,
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
