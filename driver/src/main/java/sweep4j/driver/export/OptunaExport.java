package sweep4j.driver.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.leaderboard.Column;
import sweep4j.driver.leaderboard.Leaderboard;
import sweep4j.driver.space.Parameter;
import sweep4j.trial.Goal;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;
import sweep4j.trial.Tunable;

/**
 * The journal of an Optuna study, for its {@code JournalFileStorage} (optuna/optuna 3.1, {@code
 * optuna/storages/_journal/storage.py}): lines of JSON, each an operation. There is one study, and
 * each trial is made by one line, complete.
 *
 * <p>Optuna numbers trials as they come. They come in the order of our numbers, and each has its
 * own as the attribute {@code trial}, which a run that was stopped may have with gaps.
 */
public final class OptunaExport {

  private static final int CREATE_STUDY = 0;
  private static final int SET_STUDY_USER_ATTR = 2;
  private static final int CREATE_TRIAL = 4;

  private static final int MINIMIZE = 1;
  private static final int MAXIMIZE = 2;

  private static final int COMPLETE = 1;
  private static final int PRUNED = 2;
  private static final int FAIL = 3;

  /** As Python's {@code isoformat(timespec="microseconds")}. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ExportedSweep sweep;
  private final OutputStream out;
  private final Map<Tunable, OptunaDistribution> distributions = new LinkedHashMap<>();
  private final List<Column> attributes;

  private OptunaExport(ExportedSweep sweep, OutputStream out) {
    this.sweep = sweep;
    this.out = out;
    for (Parameter parameter : sweep.space().parameters()) {
      distributions.put(parameter.hyperparameter(), new OptunaDistribution(parameter));
    }
    this.attributes =
        sweep.columns().stream().filter(column -> !sweep.isParameter(column)).toList();
  }

  /** Writes the journal. */
  public static void write(ExportedSweep sweep, OutputStream out) throws IOException {
    new OptunaExport(sweep, out).write();
  }

  private void write() throws IOException {
    ObjectNode study = operation(CREATE_STUDY);
    study.put("study_name", sweep.name());
    study.putArray("directions").add(sweep.metric().goal() == Goal.MINIMIZE ? MINIMIZE : MAXIMIZE);
    line(study);
    for (Map.Entry<String, String> fact : sweep.facts().entrySet()) {
      ObjectNode attribute = operation(SET_STUDY_USER_ATTR).put("study_id", 0);
      attribute.putObject("user_attr").put(fact.getKey(), fact.getValue());
      line(attribute);
    }
    for (Leaderboard.Row row : sweep.byNumber()) {
      line(trial(row));
    }
  }

  private ObjectNode trial(Leaderboard.Row row) {
    TrialResult result = row.trial().result();
    ObjectNode trial = operation(CREATE_TRIAL).put("study_id", 0);
    trial.put("state", state(result.state()));
    trial.put("value", result.measurement() == null ? null : result.measurement().objective());
    trial.putNull("values");
    Instant started = result.started();
    trial.put("datetime_start", started == null ? null : time(started));
    if (started != null) {
      trial.put("datetime_complete", time(started.plusNanos((long) (result.seconds() * 1e9))));
    }
    ObjectNode ranges = trial.putObject("distributions");
    ObjectNode values = trial.putObject("params");
    row.trial()
        .request()
        .hyperparameters()
        .set()
        .forEach((parameter, value) -> put(parameter, value, ranges, values));
    put(row, trial.putObject("user_attrs"));
    trial.putObject("system_attrs");
    ObjectNode curve = trial.putObject("intermediate_values");
    for (int epoch = 1; epoch <= result.curve().size(); epoch++) {
      curve.put(String.valueOf(epoch), result.curve().get(epoch - 1));
    }
    return trial;
  }

  private void put(Tunable parameter, ParameterValue value, ObjectNode ranges, ObjectNode values) {
    OptunaDistribution distribution = distributions.get(parameter);
    if (distribution != null) {
      ranges.put(parameter.key(), distribution.text());
      values.put(parameter.key(), distribution.internal(value));
    }
  }

  private void put(Leaderboard.Row row, ObjectNode json) {
    for (Column column : attributes) {
      Object value = column.value(row);
      if (value instanceof Double real) {
        json.put(column.name(), ExportedSweep.finite(real));
      } else if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
        json.set(column.name(), JSON.valueToTree(value));
      } else if (value != null) {
        json.put(column.name(), value.toString());
      }
    }
  }

  private static int state(TrialState state) {
    return switch (state) {
      case COMPLETED -> COMPLETE;
      case PRUNED -> PRUNED;
      default -> FAIL;
    };
  }

  /** In UTC; Optuna itself keeps the time of the machine, and no zone. */
  private static @Nullable String time(Instant instant) {
    return TIME.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
  }

  private static ObjectNode operation(int code) {
    return JSON.createObjectNode().put("op_code", code).put("worker_id", "sweep4j");
  }

  private void line(ObjectNode operation) throws IOException {
    out.write((operation + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
