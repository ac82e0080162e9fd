package sweep4j.driver.export;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.leaderboard.Column;
import sweep4j.driver.leaderboard.Leaderboard;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Metric;
import sweep4j.trial.Task;

/**
 * What is to be told of a run.
 *
 * @param name of the sweep
 * @param location of the run, which no other has
 * @param seed of the sweep
 * @param task what its networks learn
 * @param metric that trials are compared by
 * @param space that they come from
 * @param data what it read, in words
 * @param dataHash SHA-256 of that
 * @param nativeBuild native library and processor that it began on
 * @param leaderboard its trials that have ended
 */
public record ExportedSweep(
    String name,
    String location,
    long seed,
    Task task,
    Metric metric,
    SearchSpace space,
    String data,
    String dataHash,
    String nativeBuild,
    Leaderboard leaderboard) {

  /** What tells this run from others, in a word: the name of its folder. */
  String run() {
    return location.replaceFirst("/+$", "").replaceFirst(".*/", "");
  }

  /** The leaderboard's columns. */
  List<Column> columns() {
    return Column.of(task, space.hyperparameters());
  }

  /** Whether a column is one of a searched or fixed hyperparameter. */
  boolean isParameter(Column column) {
    return space.hyperparameters().stream()
        .anyMatch(parameter -> parameter.key().equals(column.name()));
  }

  /** The trials in the order of their numbers. */
  List<Leaderboard.Row> byNumber() {
    return leaderboard.rows().stream()
        .sorted(Comparator.comparingInt(row -> row.trial().trial()))
        .toList();
  }

  /** What holds for all trials, by name. */
  Map<String, String> facts() {
    var facts = new LinkedHashMap<String, String>();
    facts.put("sweep", name);
    facts.put("run", run());
    facts.put("seed", String.valueOf(seed));
    facts.put("task", lower(task));
    facts.put("metric", metric.key());
    facts.put("goal", lower(metric.goal()));
    facts.put("data", data);
    facts.put("data_sha256", dataHash);
    facts.put("native_build", nativeBuild);
    return facts;
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** A number that JSON can hold; null for any other. */
  static @Nullable Double finite(double number) {
    return Double.isFinite(number) ? (Double) number : null;
  }
}
