package sweep4j.driver.export;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.YamlText;
import sweep4j.driver.leaderboard.Column;
import sweep4j.driver.leaderboard.Leaderboard;
import sweep4j.trial.Sha256;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;

/**
 * A folder as MLflow's file store keeps its experiments (mlflow/mlflow, {@code
 * mlflow/store/tracking/file_store.py}): one experiment for the run, in it one MLflow run for each
 * trial, with a file for each parameter, metric and tag.
 *
 * <p>MLflow shows of a metric the value of its last step. So what a trial is judged by has one
 * value, and its learning curve is a metric of its own, {@code epoch_...}.
 */
public final class MlflowExport {

  /** As MLflow takes them; nothing in such a name can lead out of a folder. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+(\\.[A-Za-z0-9_]+)*");

  private static final int LONGEST_TAG = 5000;
  private static final int FINISHED = 3;
  private static final int FAILED = 4;

  /** {@code SourceType.LOCAL}. */
  private static final int LOCAL = 4;

  private final ExportedSweep sweep;
  private final Path experiment;
  private final String experimentId;
  private final List<Column> columns;

  private MlflowExport(ExportedSweep sweep, Path root) {
    this.sweep = sweep;
    this.experimentId = experimentId(sweep);
    this.experiment = root.resolve(experimentId);
    this.columns = sweep.columns();
  }

  /** The folder of {@code sweep} below {@code root}: the same for the same run. */
  public static Path folder(ExportedSweep sweep, Path root) {
    return root.resolve(experimentId(sweep));
  }

  /** A number of 18 digits, as MLflow draws them. */
  private static String experimentId(ExportedSweep sweep) {
    var hash = new BigInteger(sha256(sweep.location()), 16);
    BigInteger first = BigInteger.TEN.pow(17);
    return first.add(hash.mod(first.multiply(BigInteger.valueOf(9)))).toString();
  }

  private static String sha256(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes {@code sweep} into a folder below {@code root}, which must not be there yet.
   *
   * @param root what MLflow is pointed at; experiments that are there already stay
   */
  public static void write(ExportedSweep sweep, Path root) throws IOException {
    if (Files.notExists(root)) {
      // MLflow makes this one only where it makes the root itself, and does not start without.
      writeExperiment(root.resolve("0"), "0", "Default", 0);
    }
    new MlflowExport(sweep, root).write();
  }

  private void write() throws IOException {
    long began =
        sweep.leaderboard().rows().stream()
            .map(row -> row.trial().result().started())
            .filter(started -> started != null)
            .mapToLong(Instant::toEpochMilli)
            .min()
            .orElse(0);
    writeExperiment(experiment, experimentId, sweep.run(), began);
    for (Map.Entry<String, String> fact : sweep.facts().entrySet()) {
      writeText("tags", "sweep4j." + fact.getKey(), fact.getValue(), experiment);
    }
    for (Leaderboard.Row row : sweep.byNumber()) {
      write(row);
    }
  }

  private static void writeExperiment(Path folder, String id, String name, long began)
      throws IOException {
    Files.createDirectories(folder);
    var meta = new LinkedHashMap<String, @Nullable Object>();
    meta.put("artifact_location", folder.toUri().toString().replaceFirst("/$", ""));
    meta.put("creation_time", began);
    meta.put("experiment_id", id);
    meta.put("last_update_time", began);
    meta.put("lifecycle_stage", "active");
    meta.put("name", name);
    writeMeta(folder, meta);
  }

  private void write(Leaderboard.Row row) throws IOException {
    int trial = row.trial().trial();
    TrialResult result = row.trial().result();
    String id = sha256(experimentId + "/" + trial).substring(0, 32);
    Path run = experiment.resolve(id);
    for (String folder : List.of("artifacts", "metrics", "params", "tags")) {
      Files.createDirectories(run.resolve(folder));
    }
    Instant started = result.started();
    long start = started == null ? 0 : started.toEpochMilli();
    long end = start + (long) (1000 * result.seconds());
    var meta = new LinkedHashMap<String, @Nullable Object>();
    meta.put("artifact_uri", run.resolve("artifacts").toUri().toString().replaceFirst("/$", ""));
    meta.put("deleted_time", null);
    meta.put("end_time", end);
    meta.put("entry_point_name", "");
    meta.put("experiment_id", experimentId);
    meta.put("lifecycle_stage", "active");
    meta.put("run_id", id);
    meta.put("run_name", "trial " + trial);
    meta.put("run_uuid", id);
    meta.put("source_name", "");
    meta.put("source_type", LOCAL);
    meta.put("source_version", "");
    meta.put("start_time", start);
    meta.put("status", isFinished(result.state()) ? FINISHED : FAILED);
    meta.put("tags", List.of());
    meta.put("user_id", "");
    writeMeta(run, meta);
    writeText("tags", "mlflow.runName", "trial " + trial, run);
    int step = result.measurement() == null ? 0 : result.measurement().bestEpoch();
    for (Column column : columns) {
      Object value = column.value(row);
      if (value != null) {
        write(column, value, step, end, run);
      }
    }
    writeCurve(result, end, run);
  }

  private void write(Column column, Object value, int step, long end, Path run) throws IOException {
    if (sweep.isParameter(column)) {
      writeText("params", column.name(), value.toString(), run);
    } else if (value instanceof Double) {
      writeText("metrics", column.name(), "%d %s %d\n".formatted(end, value, step), run);
    } else {
      writeText("tags", "sweep4j." + column.name(), value.toString(), run);
    }
  }

  private static boolean isFinished(TrialState state) {
    return state == TrialState.COMPLETED || state == TrialState.PRUNED;
  }

  private void writeCurve(TrialResult result, long end, Path run) throws IOException {
    if (result.curve().isEmpty()) {
      return;
    }
    var lines = new StringBuilder();
    for (int epoch = 1; epoch <= result.curve().size(); epoch++) {
      lines.append("%d %s %d\n".formatted(end, result.curve().get(epoch - 1), epoch));
    }
    writeText("metrics", "epoch_" + sweep.metric().key(), lines.toString(), run);
  }

  private static void writeText(String folder, String name, String text, Path parent)
      throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a name of MLflow's must be letters, digits, '_' and '.', but got '" + name + "'");
    }
    Path file = parent.resolve(folder).resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    boolean tag = folder.equals("tags");
    Files.writeString(file, tag ? shortened(text) : text);
  }

  /** By characters, of which none is cut in two. */
  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_TAG
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_TAG));
  }

  private static void writeMeta(Path folder, Map<String, @Nullable Object> meta)
      throws IOException {
    var yaml = new StringBuilder();
    meta.forEach(
        (key, value) ->
            yaml.append(key)
                .append(": ")
                .append(
                    value instanceof String text ? YamlText.quoted(text) : String.valueOf(value))
                .append('\n'));
    Files.writeString(folder.resolve("meta.yaml"), yaml);
  }
}
