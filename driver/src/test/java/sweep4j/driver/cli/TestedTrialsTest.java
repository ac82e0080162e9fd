package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code test.top} from the sweep file to the leaderboard, of a real sweep on Spark. */
class TestedTrialsTest {

  private Example example = new Example(Path.of(""));
  private Terminal first = new Terminal(-1, "", "");

  @BeforeEach
  void run(@TempDir Path folder) throws IOException {
    example = Example.in(folder);
    first = example.run("--set", "test.top=3");
    assertThat(first.status()).as(first.err()).isEqualTo(ExitStatus.SUCCESS);
  }

  /** Two of the four have no objective, so there are only two to test. */
  @Test
  void theBestAreTestedAndTheLeaderboardSaysSo() throws IOException {
    assertThat(first.out()).contains("test: the best 3 trials, at the end", "best 2 trials  ");
    assertThat(testAccuracies()).hasSize(4);
    assertThat(testAccuracies().subList(0, 2)).allMatch(cell -> cell.matches("[01][.]\\d+"));
    assertThat(testAccuracies().subList(2, 4)).containsOnly("");
    assertThat(tested()).hasSize(2);
    Terminal shown = Terminal.run("leaderboard", example.out().toString());
    assertThat(shown.out()).contains("test_accuracy");
  }

  /** Each further look would make the test split more of a validation split. */
  @Test
  void aRunThatGoesOnDoesNotTestAgain() throws IOException {
    List<String> accuracies = testAccuracies();
    List<String> tested = tested();
    Files.delete(example.out().resolve("leaderboard.csv"));

    Terminal again = example.run("--set", "test.top=3", "--resume");

    assertThat(again.status()).as(again.err()).isZero();
    assertThat(tested()).isEqualTo(tested);
    assertThat(testAccuracies()).isEqualTo(accuracies);
    assertThat(again.out()).contains(first.out().substring(first.out().indexOf("test accuracy: ")));
  }

  /** The network of one trial under the name of another would be tested in its place. */
  @Test
  void aNetworkThatIsNotItsTrialsIsLeftOut() throws IOException {
    List<String> kept =
        Files.readAllLines(example.out().resolve("journal.jsonl")).stream()
            .filter(line -> !line.contains("\"tested\""))
            .toList();
    Files.write(example.out().resolve("journal.jsonl"), kept);
    Path other = secondModel();
    Files.copy(example.out().resolve("best/model.zip"), other.resolveSibling("copy"));
    Files.delete(other);
    Files.move(other.resolveSibling("copy"), other);

    Terminal again = example.run("--set", "test.top=3", "--resume");

    assertThat(again.status()).as(again.err()).isZero();
    assertThat(again.out()).contains("is left out; " + other);
    assertThat(tested()).hasSize(1);
  }

  private Path secondModel() throws IOException {
    String second =
        Files.readAllLines(example.out().resolve("leaderboard.csv")).get(2).split(",", -1)[1];
    return example.out().resolve("models/trial-%s.zip".formatted(second));
  }

  private List<String> tested() throws IOException {
    try (Stream<String> lines = Files.lines(example.out().resolve("journal.jsonl"))) {
      return lines.filter(line -> line.contains("\"type\":\"tested\"")).toList();
    }
  }

  private List<String> testAccuracies() throws IOException {
    List<String> lines = Files.readAllLines(example.out().resolve("leaderboard.csv"));
    int column = List.of(lines.get(0).split(",")).indexOf("test_accuracy");
    return lines.stream().skip(1).map(line -> line.split(",", -1)[column]).toList();
  }
}
