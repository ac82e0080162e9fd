package sweep4j.driver.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sweep4j.driver.search.SearchMethod;
import sweep4j.trial.Catalogue;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialState;

/**
 * A sweep's trials must not depend on how many run at once or in which order they end: a
 * leaderboard that cannot be had again looks like any other. {@link Lab} also checks, at every
 * step, that no slot idles without need.
 */
@Timeout(60)
class StudyOrderTest {

  static List<SearchMethod> methods() {
    return List.of(
        new SearchMethod.Grid(),
        new SearchMethod.Random(),
        new SearchMethod.CoarseToFine(3),
        new SearchMethod.Sobol(),
        new SearchMethod.Tpe(6),
        new SearchMethod.Gp(6));
  }

  static Stream<Arguments> runs() {
    return methods().stream()
        .flatMap(
            method ->
                IntStream.of(1, 2, 16)
                    .boxed()
                    .flatMap(
                        slots ->
                            Stream.of("first in", "last in", "shuffle 1", "shuffle 2", "shuffle 3")
                                .map(order -> Arguments.of(method, slots, order))));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void trialsAreThoseOfOneSlot(SearchMethod method, int slots, String order, @TempDir Path folder)
      throws Exception {
    List<TrialRecord> expected =
        new Lab(method, new FakeCluster(1, Lab::train))
            .run(folder.resolve("expected.jsonl"), Lab.firstIn());
    var lab = new Lab(method, new FakeCluster(slots, Lab::train));

    List<TrialRecord> trials = lab.run(folder.resolve("journal.jsonl"), order(order));

    assertThat(trials).isEqualTo(expected).hasSize(24);
    assertThat(trials).extracting(each -> each.result().state()).contains(TrialState.DIVERGED);
    assertThat(lab.rounds())
        .isEqualTo(method instanceof SearchMethod.CoarseToFine ? List.of(1, 2, 3) : List.of(1));
    assertThat(lab.best()).isEqualTo(best(trials));
    assertThat(lab.leaders()).containsAll(bestFirst(trials).limit(Lab.LEADERS).toList());
    assertThat(
            JournalReader.read(Lab.lines(folder.resolve("journal.jsonl")), Catalogue.standard())
                .history()
                .ended())
        .containsExactlyInAnyOrderElementsOf(trials);
  }

  /** Without this the comparison above could hold because nothing was ever reordered. */
  @ParameterizedTest
  @MethodSource("methods")
  void trialsDoEndInAnotherOrder(SearchMethod method, @TempDir Path folder) throws Exception {
    Path journal = folder.resolve("journal.jsonl");
    new Lab(method, new FakeCluster(16, Lab::train)).run(journal, Lab.shuffled(1));

    assertThat(JournalReader.read(Lab.lines(journal), Catalogue.standard()).history().ended())
        .isNotEqualTo(
            JournalReader.read(Lab.lines(journal), Catalogue.standard()).history().ended().stream()
                .sorted(Comparator.comparingInt(TrialRecord::trial))
                .toList());
  }

  private static DoubleSupplier order(String name) {
    return switch (name) {
      case "first in" -> Lab.firstIn();
      case "last in" -> Lab.lastIn();
      default -> Lab.shuffled(name.charAt(name.length() - 1));
    };
  }

  private static TrialRecord best(List<TrialRecord> trials) {
    return bestFirst(trials).findFirst().orElseThrow();
  }

  private static Stream<TrialRecord> bestFirst(List<TrialRecord> trials) {
    return trials.stream()
        .filter(each -> each.result().measurement() != null)
        .sorted(
            Comparator.comparingDouble(
                each -> Objects.requireNonNull(each.result().measurement()).objective()));
  }
}
