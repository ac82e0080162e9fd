package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.dataset.api.preprocessor.DataNormalization;

/** {@code refit} from the sweep file to the folder, of a real sweep on Spark. */
class RefitEndToEndTest {

  private static final String REFIT =
      "refit={mode: data_parallel, workers: 2, averaging_frequency: 2, compare: true}";

  private Example example = new Example(Path.of(""));
  private Terminal first = new Terminal(-1, "", "");

  @BeforeEach
  void run(@TempDir Path folder) throws IOException {
    example = Example.in(folder);
    first = example.run("--set", REFIT);
    assertThat(first.status()).as(first.err()).isEqualTo(ExitStatus.SUCCESS);
  }

  @Test
  void theRefitIsStoredWithItsScalerAndShownBesideTheWinner() throws IOException {
    assertThat(first.out())
        .contains(
            "refit: the winner's configuration on train+validation, data_parallel with 2 workers",
            " epochs on 48 rows (train+validation), in ",
            "test accuracy: winner ",
            "; refit, single ",
            "; refit, data_parallel (2 workers) ");
    Path model = example.out().resolve("refit/model.zip");
    assertThat(MultiLayerNetwork.load(model.toFile(), false).numParams()).isEqualTo(42);
    DataNormalization scaler = ModelSerializer.restoreNormalizerFromFile(model.toFile());
    assertThat((Object) scaler).isNotNull();
    assertThat(Files.readString(example.out().resolve("refit/refit.json")))
        .contains("\"rows\" : 48", "\"learning_rate\"", "\"features\"");
    InTheReference.isEachFileOf(example.out());
    Terminal shown = Terminal.run("leaderboard", example.out().toString());
    assertThat(shown.out()).contains("; refit, data_parallel (2 workers) ");
  }

  @Test
  void aRunThatGoesOnDoesNotRefitAgain() throws IOException {
    List<String> refits = refits();
    assertThat(refits).hasSize(1);

    Terminal again = example.run("--set", REFIT, "--resume");

    assertThat(again.status()).as(again.err()).isZero();
    assertThat(refits()).isEqualTo(refits);
    assertThat(again.out()).contains(first.out().substring(first.out().indexOf("\nrefit: trial")));
  }

  /** Else who sees the winner and wants another refit would have to train all trials again. */
  @Test
  void aFinishedRunTakesAnotherRefitWithoutATrial() throws IOException {
    long trials = records("trial").size();
    assertThat(trials).isPositive();

    Terminal again = example.run("--set", "refit={on: train}", "--resume");

    assertThat(again.status()).as(again.err()).isZero();
    assertThat(again.out()).contains("(train), in ");
    assertThat(refits()).hasSize(2);
    assertThat(records("trial")).hasSize((int) trials);
  }

  /** A kill between the journal and the model: one slot gives it back, byte for byte. */
  @Test
  void aModelThatAKillTookIsMadeAgainAndNotTestedAgain() throws IOException {
    Path model = example.out().resolve("refit/model.zip");
    byte[] bytes = Files.readAllBytes(model);
    List<String> refits = refits();
    Files.delete(model);

    Terminal again =
        Terminal.run(
            "run",
            example.sweep().toString(),
            "--master",
            "local[1]",
            "--out",
            example.out().toString(),
            "--set",
            REFIT,
            "--resume");

    assertThat(again.status()).as(again.err()).isZero();
    assertThat(Files.readAllBytes(model)).isEqualTo(bytes);
    assertThat(refits()).isEqualTo(refits);
  }

  private List<String> refits() throws IOException {
    return records("refit");
  }

  private List<String> records(String type) throws IOException {
    try (Stream<String> lines = Files.lines(example.out().resolve("journal.jsonl"))) {
      return lines.filter(line -> line.contains("\"type\":\"" + type + "\"")).toList();
    }
  }
}
