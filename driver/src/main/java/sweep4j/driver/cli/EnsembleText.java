package sweep4j.driver.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import sweep4j.driver.ensemble.Ensemble;
import sweep4j.driver.leaderboard.Rounded;
import sweep4j.trial.Metric;
import sweep4j.trial.Score;
import sweep4j.trial.Task;

/** What ensembles are worth, in words and a small table. */
final class EnsembleText {

  private static final String ROW = "%-22s  %15s  %19s  %9s  %13s";

  private EnsembleText() {}

  /**
   * The lines of the summary.
   *
   * @param models how many trials' networks there were to choose from
   * @param ensembles with the best trial alone as the first
   * @param folder where they are
   */
  static List<String> lines(int models, List<Ensemble> ensembles, Task task, String folder) {
    String quality = task == Task.CLASSIFICATION ? "accuracy" : "rmse";
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add(
        ROW.formatted(
            "best %d trials".formatted(models),
            "validation loss",
            "validation " + quality,
            "test loss",
            "test " + quality));
    for (Ensemble each : ensembles) {
      lines.add(
          ROW.formatted(
              each.members().size() == 1
                  ? "%s: trial %d".formatted(each.name(), each.members().get(0).trial())
                  : each.name(),
              Rounded.text(each.validation().loss()),
              Rounded.text(each.validation().quality()),
              Rounded.text(each.test().loss()),
              Rounded.text(each.test().quality())));
    }
    Ensemble greedy = ensembles.get(ensembles.size() - 1);
    lines.add(greedy.name() + ": " + weights(greedy));
    lines.add(verdict(ensembles, quality, task));
    lines.add("ensemble: " + folder);
    return lines;
  }

  /** For example {@code trial 12 x 3, trial 7 x 1}: the heaviest first, of equals the better. */
  static String weights(Ensemble ensemble) {
    return ensemble.members().stream()
        .sorted((a, b) -> Integer.compare(b.count(), a.count()))
        .map(member -> "trial %d x %d".formatted(member.trial(), member.count()))
        .collect(Collectors.joining(", "));
  }

  private static String verdict(List<Ensemble> ensembles, String quality, Task task) {
    Score single = ensembles.get(0).test();
    return ensembles.stream()
        .skip(1)
        .map(each -> each.name() + " " + compared(each.test(), single, task))
        .collect(
            Collectors.joining(", ", "test %s against the single best: ".formatted(quality), ""));
  }

  private static String compared(Score score, Score single, Task task) {
    Metric metric =
        task == Task.CLASSIFICATION ? Metric.VALIDATION_ACCURACY : Metric.VALIDATION_RMSE;
    int order =
        Double.compare(metric.goal().cost(score.quality()), metric.goal().cost(single.quality()));
    return order < 0 ? "better" : order > 0 ? "worse" : "the same";
  }
}
