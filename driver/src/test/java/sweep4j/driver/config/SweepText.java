package sweep4j.driver.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small sweep file for tests, and variations of it. */
final class SweepText {
  static final String SOUND =
      """
      name: example
      seed: 7
      data:
        format: csv
        path: table.csv
        label: kind
        validation: 0.2
        test: 0.1
      model: {hidden_units: [64, 32]}
      training:
        max_epochs: 20
        early_stopping: {patience: 3}
      metric: {name: validation_accuracy}
      search: {method: random, max_trials: 10}
      parameters:
        learning_rate: {distribution: log_uniform, min: 1e-5, max: 0.1}
        batch_size: {values: [16, 32]}
      """;

  static final String CSV = "format: csv\n  path: table.csv\n  label: kind\n";
  static final String IDX = "format: idx\n  images: images.idx\n  labels: labels.idx\n";

  private SweepText() {}

  /** The sound file with the one occurrence of {@code old} replaced. */
  static String with(String old, String replacement) {
    // A test that changes nothing would prove nothing.
    assertThat(SOUND.split(java.util.regex.Pattern.quote(old), -1)).as(old).hasSize(2);
    return SOUND.replace(old, replacement);
  }

  static SweepDefinition read(Path folder, String text, String... overrides)
      throws SweepFileException, IOException {
    Path file = folder.resolve("sweep.yaml");
    Files.writeString(file, text);
    return SweepFileReader.read(file, List.of(overrides));
  }

  /**
   * What is wrong with {@code text}, each as {@code line: message} or {@code --set x=y: message}.
   */
  static List<String> problems(Path folder, String text, String... overrides) throws IOException {
    try {
      read(folder, text, overrides);
      return List.of();
    } catch (SweepFileException wrong) {
      String file = folder.resolve("sweep.yaml").toString();
      return wrong.problems().stream()
          .map(each -> each.toString().replace(file + ":", "").strip())
          .toList();
    }
  }
}
