package sweep4j.driver.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.leaderboard.Leaderboard;
import sweep4j.driver.study.History;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;

/**
 * When and where trials ran, in seconds from the run's beginning. A trial that paused at rungs ran
 * in legs, each of which may have been on another executor.
 */
final class Times {

  /** A part of a trial that ran at a stretch. */
  private record Stretch(int row, double start, double seconds, String executor) {
    double end() {
      return start + seconds;
    }
  }

  /** What stands between two executors of one trial. */
  private static final String MOVED = ", ";

  private final List<Stretch> legs = new ArrayList<>();

  /** The last leg of each trial, by row. */
  private final Map<Integer, Stretch> last = new HashMap<>();

  private final int rows;

  /**
   * The times of {@code history}.
   *
   * @param began when the run did, ISO 8601
   */
  Times(String began, History history, Leaderboard leaderboard) {
    this.rows = leaderboard.rows().size();
    Map<Integer, Integer> rowOf = new HashMap<>();
    for (int row = 0; row < rows; row++) {
      rowOf.put(leaderboard.rows().get(row).trial().trial(), row);
    }
    Instant zero = instant(began);
    if (zero != null) {
      Map<Integer, TrialResult> before = new HashMap<>();
      Stream.concat(
              history.paused().stream().map(paused -> paused.trial()),
              // It ended where it had paused, and ran no longer.
              history.ended().stream().filter(trial -> trial.result().state() != TrialState.PRUNED))
          .sorted(Comparator.comparingInt(trial -> trial.result().epochs()))
          .forEach(trial -> add(zero, rowOf.get(trial.trial()), trial, before));
    }
  }

  private static @Nullable Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      // What a bench writes in its place.
      return null;
    }
  }

  private void add(
      Instant zero, @Nullable Integer row, TrialRecord trial, Map<Integer, TrialResult> before) {
    TrialResult result = trial.result();
    TrialResult earlier = before.put(trial.trial(), result);
    Instant started = result.started();
    // A trial that stands at a rung is on no row yet. Of one that moved in the midst of a leg
    // nobody knows how long it was where.
    if (row == null || started == null || result.executor().contains(MOVED)) {
      return;
    }
    // A trial's time is that of all its legs.
    double seconds = result.seconds() - (earlier == null ? 0.0 : earlier.seconds());
    var stretch =
        new Stretch(
            row,
            Duration.between(zero, started).toNanos() / 1e9,
            Math.max(0.0, seconds),
            result.executor());
    legs.add(stretch);
    last.put(row, stretch);
  }

  /**
   * Writes the fields {@code ends}, for each row when its trial ended, and {@code legs}, as
   * columns; both null if the journal is older than its knowledge of this.
   */
  void write(JsonGenerator json) throws IOException {
    if (legs.isEmpty()) {
      json.writeNullField("ends");
      json.writeNullField("legs");
      return;
    }
    json.writeArrayFieldStart("ends");
    for (int row = 0; row < rows; row++) {
      Stretch stretch = last.get(row);
      SafeJson.writeCell(json, stretch == null ? null : (Double) stretch.end());
    }
    json.writeEndArray();
    json.writeObjectFieldStart("legs");
    json.writeArrayFieldStart("row");
    for (Stretch leg : legs) {
      json.writeNumber(leg.row());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("start");
    for (Stretch leg : legs) {
      json.writeNumber(leg.start());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("seconds");
    for (Stretch leg : legs) {
      json.writeNumber(leg.seconds());
    }
    json.writeEndArray();
    Map<String, Integer> executors = new LinkedHashMap<>();
    json.writeArrayFieldStart("executor");
    for (Stretch leg : legs) {
      json.writeNumber(executors.computeIfAbsent(leg.executor(), name -> executors.size()));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("executors");
    for (String executor : executors.keySet()) {
      json.writeString(executor);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
