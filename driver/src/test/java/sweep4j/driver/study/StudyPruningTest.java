package sweep4j.driver.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.driver.search.PruningMethod;
import sweep4j.driver.search.SearchMethod;
import sweep4j.trial.Catalogue;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialState;

/** What a pruner decides, and what a trial pays for it, must not depend on when trials come. */
@Timeout(120)
class StudyPruningTest {

  static List<PruningMethod> pruners() {
    return List.of(
        new PruningMethod.SuccessiveHalving(1, 3, 9),
        new PruningMethod.Hyperband(1, 3),
        new PruningMethod.Median(2, 0, 2));
  }

  static Stream<Arguments> runs() {
    return pruners().stream()
        .flatMap(
            pruner ->
                Stream.of(new SearchMethod.Random(), new SearchMethod.CoarseToFine(3))
                    .flatMap(
                        method ->
                            IntStream.of(1, 2, 16)
                                .mapToObj(slots -> Arguments.of(pruner, method, slots))));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void trialsAndDecisionsAreThoseOfOneSlot(
      PruningMethod pruner, SearchMethod method, int slots, @TempDir Path folder) throws Exception {
    Path one = Files.createDirectory(folder.resolve("one")).resolve("journal.jsonl");
    List<TrialRecord> expected =
        new Lab(method, pruner, new FakeCluster(1, Lab::train)).run(one, Lab.firstIn());
    for (int order = 0; order < 3; order++) {
      Path file = Files.createDirectory(folder.resolve("" + order)).resolve("journal.jsonl");
      var cluster = new FakeCluster(slots, Lab::train);

      var lab = new Lab(method, pruner, cluster);
      List<TrialRecord> trials = lab.run(file, Lab.shuffled(order));

      assertThat(lab.begunAnew()).isEmpty();
      assertThat(trials).isEqualTo(expected).hasSize(24);
      assertThat(decisions(file)).containsExactlyInAnyOrderElementsOf(decisions(one)).isNotEmpty();
      assertNobodyPaysTwice(trials, cluster.submitted());
      assertThat(file.resolveSibling("checkpoints")).doesNotExist();
    }
    assertThat(expected)
        .extracting(each -> each.result().state())
        .contains(TrialState.PRUNED, TrialState.COMPLETED, TrialState.DIVERGED);
  }

  /** A survivor that began anew would reach the same score, and nobody would see what it cost. */
  private static void assertNobodyPaysTwice(List<TrialRecord> trials, List<Leg> legs) {
    for (TrialRecord trial : trials) {
      List<Leg> own = legs.stream().filter(each -> each.trial() == trial.trial()).toList();
      int reached = 0;
      for (Leg leg : own) {
        assertThat(leg.fromEpoch()).isEqualTo(reached);
        reached = leg.untilEpoch();
      }
      assertThat(reached).isGreaterThanOrEqualTo(trial.result().epochs());
    }
  }

  static Stream<Arguments> stops() {
    return pruners().stream()
        .flatMap(
            pruner ->
                IntStream.of(0, 1, 8, 9, 17, 25).mapToObj(most -> Arguments.of(pruner, most)));
  }

  @ParameterizedTest
  @MethodSource("stops")
  void aStoppedRunGoesOnWhereItStood(PruningMethod pruner, int most, @TempDir Path folder)
      throws Exception {
    var method = new SearchMethod.Random();
    Path undisturbed = Files.createDirectory(folder.resolve("expected")).resolve("journal.jsonl");
    List<TrialRecord> expected =
        new Lab(method, pruner, new FakeCluster(4, Lab::train)).run(undisturbed, Lab.firstIn());
    Path file = folder.resolve("journal.jsonl");
    var before = new FakeCluster(4, Lab::train);
    try (Journal journal = Journal.create(Lab.lines(file), Lab.PROVENANCE)) {
      new Lab(method, pruner, before).run(journal, file, History.none(), Lab.shuffled(2), most);
    }

    JournalReader.Content former = JournalReader.read(Lab.lines(file), Catalogue.standard());
    var after = new FakeCluster(3, Lab::train);
    List<TrialRecord> trials;
    try (Journal journal = Journal.resume(Lab.lines(file), former.length())) {
      trials =
          new Lab(method, pruner, after)
              .run(journal, file, former.history(), Lab.shuffled(3), Integer.MAX_VALUE);
    }

    assertThat(trials).isEqualTo(expected);
    assertThat(decisions(file)).containsExactlyInAnyOrderElementsOf(decisions(undisturbed));
    // Legs that had ended are not run again; those that were running are.
    long legs = legs(undisturbed);
    assertThat(after.submitted()).hasSize((int) legs - Math.min(most, (int) legs));
    assertThat(JournalReader.read(Lab.lines(file), Catalogue.standard()).history().ended())
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(folder.resolve("checkpoints")).doesNotExist();
  }

  /** How many legs were reported: each but those of pruned trials' ends has a record of its own. */
  private static long legs(Path file) throws Exception {
    History history = JournalReader.read(Lab.lines(file), Catalogue.standard()).history();
    return history.paused().size()
        + history.ended().stream()
            .filter(each -> each.result().state() != TrialState.PRUNED)
            .count();
  }

  /** Checkpoints that a user deletes, or a disk spoils, must cost time and no trial. */
  @ParameterizedTest
  @ValueSource(strings = {"deleted", "spoilt"})
  void aLostCheckpointCostsTimeAndNotTheTrial(String how, @TempDir Path folder) throws Exception {
    var pruner = new PruningMethod.SuccessiveHalving(1, 3, 9);
    var method = new SearchMethod.Random();
    Path undisturbed = Files.createDirectory(folder.resolve("expected")).resolve("journal.jsonl");
    List<TrialRecord> expected =
        new Lab(method, pruner, new FakeCluster(4, Lab::train)).run(undisturbed, Lab.firstIn());
    Path file = folder.resolve("journal.jsonl");
    try (Journal journal = Journal.create(Lab.lines(file), Lab.PROVENANCE)) {
      new Lab(method, pruner, new FakeCluster(4, Lab::train))
          .run(journal, file, History.none(), Lab.firstIn(), 7);
    }
    try (var checkpoints = Files.list(folder.resolve("checkpoints"))) {
      for (Path checkpoint : checkpoints.toList()) {
        if (how.equals("deleted")) {
          Files.delete(checkpoint);
        } else {
          Files.write(checkpoint, new byte[] {99});
        }
      }
    }

    JournalReader.Content former = JournalReader.read(Lab.lines(file), Catalogue.standard());
    var lab = new Lab(method, pruner, new FakeCluster(4, Lab::train));
    try (Journal journal = Journal.resume(Lab.lines(file), former.length())) {
      assertThat(lab.run(journal, file, former.history(), Lab.firstIn(), Integer.MAX_VALUE))
          .isEqualTo(expected);
    }
    assertThat(lab.begunAnew()).isNotEmpty();
  }

  private static List<RungDecision> decisions(Path file) throws Exception {
    return JournalReader.read(Lab.lines(file), Catalogue.standard()).history().decisions();
  }
}
