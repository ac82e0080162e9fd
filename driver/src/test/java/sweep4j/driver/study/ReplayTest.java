package sweep4j.driver.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sweep4j.driver.search.Horizon;
import sweep4j.driver.search.PruningMethod;
import sweep4j.driver.search.Sampler;
import sweep4j.driver.search.SearchMethod;
import sweep4j.driver.search.SearchTask;
import sweep4j.trial.Catalogue;
import sweep4j.trial.Goal;

/** A sweep that goes on with more trials must not be another sweep from some trial on. */
class ReplayTest {

  static Stream<Arguments> methods() {
    return Stream.of(
        Arguments.of(new SearchMethod.Random(), true),
        Arguments.of(new SearchMethod.Sobol(), true),
        Arguments.of(new SearchMethod.CoarseToFine(3), false));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void tellsWhetherMoreTrialsChangeThoseThatThereAre(
      SearchMethod method, boolean same, @TempDir Path folder) throws Exception {
    Path file = folder.resolve("journal.jsonl");
    new Lab(method, new FakeCluster(3, Lab::train)).run(file, Lab.shuffled(5));
    History history = JournalReader.read(Lab.lines(file), Catalogue.standard()).history();

    assertThat(Replay.firstOther(sampler(method, 24), Lab.space(method), Goal.MINIMIZE, history))
        .as("the same number of trials")
        .isEmpty();
    assertThat(
            Replay.firstOther(sampler(method, 40), Lab.space(method), Goal.MINIMIZE, history)
                .isEmpty())
        .isEqualTo(same);
  }

  /** Half a folder of one run, half of another: its leaderboard would be that of neither. */
  @ParameterizedTest
  @MethodSource("methods")
  void tellsATrialOfAnotherSweep(SearchMethod method, boolean unused, @TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("journal.jsonl");
    new Lab(method, new FakeCluster(3, Lab::train)).run(file, Lab.shuffled(5));
    History history = JournalReader.read(Lab.lines(file), Catalogue.standard()).history();
    Sampler sampler = sampler(method, 24);

    assertThat(Replay.firstForeign(sampler, Lab.space(method), Lab.SEED, history)).isEmpty();
    assertThat(Replay.firstForeign(sampler, Lab.space(method), Lab.SEED + 1, history)).hasValue(0);
    Sampler other =
        new SearchMethod.Random()
            .sampler(
                new SearchTask(
                    Lab.space(method),
                    24,
                    Lab.SEED + 1,
                    List.of(),
                    new PruningMethod.None().pruner(24, Lab.MAX_EPOCHS).horizon()));
    assertThat(Replay.firstForeign(other, Lab.space(method), Lab.SEED, history)).hasValue(0);
  }

  private static Sampler sampler(SearchMethod method, int trials) {
    Horizon horizon = new PruningMethod.None().pruner(trials, Lab.MAX_EPOCHS).horizon();
    return method.sampler(new SearchTask(Lab.space(method), trials, Lab.SEED, List.of(), horizon));
  }
}
