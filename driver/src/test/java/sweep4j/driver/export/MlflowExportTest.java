package sweep4j.driver.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.driver.Trials;
import sweep4j.driver.leaderboard.Leaderboard;
import sweep4j.driver.space.Fixed;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Goal;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Metric;
import sweep4j.trial.Task;
import sweep4j.trial.Tunable;

/**
 * The rules by which MLflow's file store reads a folder (mlflow/mlflow, {@code
 * store/tracking/file_store.py} and {@code utils/validation.py}), checked without MLflow. What
 * breaks them is passed over there without a word, or breaks its page.
 */
class MlflowExportTest {

  private static final String KEY = "[\\w.\\- ]+";

  @TempDir private Path folder = Path.of("");

  private static ExportedSweep sweep(String location) {
    Hyperparameters set = Trials.request(0).hyperparameters();
    return new ExportedSweep(
        "example",
        location,
        7,
        Task.CLASSIFICATION,
        Metric.VALIDATION_LOSS,
        new SearchSpace(Trials.PARAMETERS.stream().map(each -> fixed(each, set)).toList()),
        "9 rows",
        "0".repeat(64),
        "native",
        Leaderboard.of(
            List.of(
                Trials.completed(0, 0.5),
                Trials.diverged(1),
                Trials.failed(2, "no luck\n".repeat(1000) + "\ud83c\udf40")),
            Task.CLASSIFICATION,
            Goal.MINIMIZE));
  }

  private static Parameter fixed(Tunable parameter, Hyperparameters set) {
    return new Parameter(parameter, new Fixed(Objects.requireNonNull(set.set().get(parameter))));
  }

  private static JsonNode yaml(Path file) throws IOException {
    return new YAMLMapper().readTree(Files.readString(file));
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    var texts = new TreeMap<String, String>();
    for (Path each : children(folder)) {
      texts.put(each.getFileName().toString(), Files.readString(each));
    }
    return texts;
  }

  private Path experiment(ExportedSweep sweep) throws IOException {
    Path root = folder.resolve("mlruns");
    MlflowExport.write(sweep, root);
    return MlflowExport.folder(sweep, root);
  }

  @Test
  void theExperimentSaysWhatItIs() throws IOException {
    Path experiment = experiment(sweep("/runs/first \"one\": #2"));

    JsonNode meta = yaml(experiment.resolve("meta.yaml"));
    String id = experiment.getFileName().toString();
    assertThat(id).matches("[a-zA-Z0-9][\\w\\-]{0,63}");
    assertThat(meta.get("experiment_id").textValue()).isEqualTo(id);
    assertThat(meta.get("name").textValue()).isEqualTo("first \"one\": #2");
    assertThat(meta.get("lifecycle_stage").textValue()).isEqualTo("active");
    assertThat(meta.get("artifact_location").textValue()).startsWith("file:///").endsWith(id);
    assertThat(meta.get("creation_time").isIntegralNumber()).isTrue();
    assertThat(texts(experiment.resolve("tags")))
        .containsEntry("sweep4j.metric", "validation_loss");
    assertThat(yaml(folder.resolve("mlruns/0/meta.yaml")).get("experiment_id").textValue())
        .isEqualTo("0");
  }

  @Test
  void eachTrialIsARun() throws IOException {
    Path experiment = experiment(sweep("/runs/first"));

    var states = new TreeMap<String, Integer>();
    for (Path run : children(experiment)) {
      if (!Files.isDirectory(run) || run.endsWith("tags")) {
        continue;
      }
      JsonNode meta = yaml(run.resolve("meta.yaml"));
      assertThat(meta.get("run_id").textValue())
          .isEqualTo(run.getFileName().toString())
          .isEqualTo(meta.get("run_uuid").textValue())
          .matches("[a-zA-Z0-9][\\w\\-]{0,255}");
      assertThat(meta.get("experiment_id").textValue())
          .isEqualTo(experiment.getFileName().toString());
      assertThat(meta.get("start_time").isIntegralNumber()).isTrue();
      assertThat(meta.get("end_time").longValue())
          .isGreaterThanOrEqualTo(meta.get("start_time").longValue());
      states.put(meta.get("run_name").textValue(), meta.get("status").intValue());
      texts(run.resolve("params")).keySet().forEach(key -> assertThat(key).matches(KEY));
      texts(run.resolve("tags"))
          .forEach(
              (key, tag) -> {
                assertThat(key).matches(KEY);
                assertThat(tag.length()).isLessThanOrEqualTo(5000);
              });
      for (String line : String.join("", texts(run.resolve("metrics")).values()).lines().toList()) {
        assertThat(line).matches("\\d+ -?[0-9.]+(E-?\\d+)? \\d+");
      }
    }
    // RunStatus: FINISHED is 3, FAILED is 4.
    assertThat(states)
        .containsExactly(Map.entry("trial 0", 3), Map.entry("trial 1", 4), Map.entry("trial 2", 4));
  }

  @Test
  void aTrialsValuesAreThoseOfTheLeaderboard() throws IOException {
    Path experiment = experiment(sweep("/runs/first"));
    Path run =
        children(experiment).stream()
            .filter(each -> Files.exists(each.resolve("metrics/objective")))
            .findFirst()
            .orElseThrow();

    assertThat(texts(run.resolve("params")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "learning_rate", "0.03333333333333333",
                "batch_size", "16",
                "hidden_units", "64x32",
                "activation", "relu"));
    // The last moment, the value, the best epoch.
    assertThat(texts(run.resolve("metrics")))
        .containsEntry("objective", end() + " 0.5 3\n")
        .containsEntry(
            "epoch_validation_loss", "%1$s 0.9 1\n%1$s 0.3333333333333333 2\n".formatted(end()));
  }

  /** When the trials of this test end. */
  private static String end() {
    return String.valueOf(
        Instant.parse("2026-11-23T09:00:00.100Z").plusMillis(1500).toEpochMilli());
  }

  /** Runs that are exported to one folder stand side by side. */
  @Test
  void anotherRunIsAnotherExperiment() throws IOException {
    assertThat(experiment(sweep("/runs/first"))).isNotEqualTo(experiment(sweep("/runs/second")));

    assertThat(children(folder.resolve("mlruns"))).hasSize(3);
  }
}
