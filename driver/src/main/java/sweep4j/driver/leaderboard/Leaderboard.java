package sweep4j.driver.leaderboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.confirm.Confirmed;
import sweep4j.trial.Goal;
import sweep4j.trial.Measurement;
import sweep4j.trial.Task;
import sweep4j.trial.TrialRecord;

/**
 * The finished trials in order of merit: those with an objective first, the better before the worse
 * and equals by number; then the others by number. Confirmed ones come before all.
 */
public record Leaderboard(List<Row> rows) {

  /**
   * One trial.
   *
   * @param rank from 1; null for a trial without an objective
   * @param diagnosis null for a trial without a score on the training rows
   * @param confirmed what repeats of the trial have shown; null for a trial that was not confirmed
   * @param testQuality as {@link sweep4j.trial.Score#quality}, on the test split; null for a trial
   *     that was not tested
   */
  public record Row(
      @Nullable Integer rank,
      TrialRecord trial,
      @Nullable Diagnosis diagnosis,
      @Nullable Confirmed confirmed,
      @Nullable Double testQuality) {}

  public Leaderboard {
    rows = List.copyOf(rows);
  }

  /** Ranks {@code trials}, which may come in any order. */
  public static Leaderboard of(List<TrialRecord> trials, Task task, Goal goal) {
    var sorted = new ArrayList<>(trials);
    sorted.sort(
        Comparator.<TrialRecord>comparingDouble(trial -> trial.result().cost(goal))
            .thenComparingInt(TrialRecord::trial));
    var rows = new ArrayList<Row>(sorted.size());
    double lowestLoss =
        trials.stream()
            .map(trial -> trial.result().measurement())
            .filter(Objects::nonNull)
            .mapToDouble(measurement -> measurement.validation().loss())
            .min()
            .orElse(Double.POSITIVE_INFINITY);
    for (TrialRecord trial : sorted) {
      Measurement measurement = trial.result().measurement();
      rows.add(
          new Row(
              measurement == null ? null : rows.size() + 1,
              trial,
              Diagnosis.of(measurement, task, lowestLoss),
              null,
              null));
    }
    return new Leaderboard(rows);
  }

  /**
   * These trials, first those that were confirmed, in the order of their means: whoever takes the
   * best from here takes the one that repeats have shown to be the best. The others follow as they
   * were.
   *
   * @param confirmed each with an objective here
   */
  public Leaderboard confirmed(List<Confirmed> confirmed) {
    var byTrial = new HashMap<Integer, Row>();
    rows.forEach(row -> byTrial.put(row.trial().trial(), row));
    var sorted = new ArrayList<Row>(rows.size());
    for (Confirmed each : confirmed) {
      Row row = Objects.requireNonNull(byTrial.remove(each.candidate().trial()));
      sorted.add(new Row(sorted.size() + 1, row.trial(), row.diagnosis(), each, row.testQuality()));
    }
    for (Row row : rows) {
      if (byTrial.containsKey(row.trial().trial())) {
        Integer rank = row.rank() == null ? null : (Integer) (sorted.size() + 1);
        sorted.add(new Row(rank, row.trial(), row.diagnosis(), null, row.testQuality()));
      }
    }
    return new Leaderboard(sorted);
  }

  /**
   * These trials with their scores on the test split, which do not count. A run that has gone on
   * with more trials may know scores of some that are no longer among the best: they are not shown,
   * as a run that had begun with all of them would not have them.
   *
   * @param scores as {@link sweep4j.trial.Score#quality}, by trial
   * @param top how many of the best are tested
   */
  public Leaderboard tested(Map<Integer, Double> scores, int top) {
    return new Leaderboard(
        rows.stream()
            .map(
                row ->
                    row.rank() == null || row.rank() > top
                        ? row
                        : new Row(
                            row.rank(),
                            row.trial(),
                            row.diagnosis(),
                            row.confirmed(),
                            scores.get(row.trial().trial())))
            .toList());
  }

  /** The best trial; null if none has an objective. */
  public @Nullable TrialRecord best() {
    return rows.isEmpty() || rows.get(0).rank() == null ? null : rows.get(0).trial();
  }

  /** The best trials in the order of their ranks: {@code most}, or all that have an objective. */
  public List<TrialRecord> best(int most) {
    return rows.stream().filter(row -> row.rank() != null).limit(most).map(Row::trial).toList();
  }
}
