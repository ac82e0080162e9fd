package sweep4j.driver.cli;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.leaderboard.Leaderboard;
import sweep4j.driver.leaderboard.Rounded;
import sweep4j.driver.search.EdgeNotice;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Measurement;
import sweep4j.trial.Metric;
import sweep4j.trial.Resources;
import sweep4j.trial.Task;
import sweep4j.trial.TrialRecord;
import sweep4j.worker.data.PreparedData;

/** Results in words. */
final class Sentences {

  private Sentences() {}

  /** The outcome of a sweep, with the score of its best model on the test split. */
  static String best(TrialRecord trial, double testQuality, PreparedData data) {
    Measurement measurement = Objects.requireNonNull(trial.result().measurement());
    String parameters = values(trial.request().hyperparameters());
    String quality = data.task() == Task.CLASSIFICATION ? "accuracy" : "rmse";
    return """
        best: trial %d, %s
        validation %s: %s
        test %s: %s  (%d rows that no trial has seen)"""
        .formatted(
            trial.trial(),
            parameters,
            quality,
            Rounded.text(measurement.validation().quality()),
            quality,
            Rounded.text(testQuality),
            data.test().size());
  }

  /** As in {@code learning_rate 0.01, batch_size 32}. */
  static String values(Hyperparameters hyperparameters) {
    return hyperparameters.set().entrySet().stream()
        .map(each -> each.getKey().key() + " " + each.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Where the best trial lies at an edge of what was searched. */
  static List<String> edges(Leaderboard leaderboard, SweepDefinition sweep) {
    TrialRecord best = leaderboard.best();
    return best == null
        ? List.of()
        : EdgeNotice.of(sweep.space(), sweep.search().method(), best.request().hyperparameters());
  }

  /** An objective so far, for the progress line. */
  static String objective(Metric metric, TrialRecord trial, Measurement measurement) {
    return "best %s %s (trial %d)"
        .formatted(metric.key(), Rounded.text(measurement.objective()), trial.trial());
  }

  /** Of a cluster that has given no executor. */
  static String noExecutors(int seconds, Resources resources) {
    return "No executor has come for %d s. Is there a worker with memory and cores free%s? The run waits on."
        .formatted(
            seconds,
            resources.wantsGpu()
                ? ", and as many GPUs (spark.worker.resource.gpu.amount) as"
                    + " spark.executor.resource.gpu.amount says"
                : "");
  }
}
