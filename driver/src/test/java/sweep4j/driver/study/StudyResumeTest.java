package sweep4j.driver.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sweep4j.driver.search.SearchMethod;
import sweep4j.trial.Catalogue;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialRecord;

/** A run that was stopped and resumed must be the run that was not. */
@Timeout(60)
class StudyResumeTest {

  static Stream<Arguments> stops() {
    return StudyOrderTest.methods().stream()
        .flatMap(
            method ->
                IntStream.of(0, 1, 7, 13, 23, 24).mapToObj(most -> Arguments.of(method, most)));
  }

  @ParameterizedTest
  @MethodSource("stops")
  void trialsAreThoseOfAnUndisturbedRun(SearchMethod method, int most, @TempDir Path folder)
      throws Exception {
    List<TrialRecord> expected =
        new Lab(method, new FakeCluster(4, Lab::train))
            .run(folder.resolve("expected.jsonl"), Lab.shuffled(1));
    Path file = folder.resolve("journal.jsonl");
    try (Journal journal = Journal.create(Lab.lines(file), Lab.PROVENANCE)) {
      new Lab(method, new FakeCluster(4, Lab::train))
          .run(journal, file, History.none(), Lab.shuffled(2), most);
    }
    Files.writeString(file, "{\"type\":\"trial\",\"tri", StandardOpenOption.APPEND);

    JournalReader.Content former = JournalReader.read(Lab.lines(file), Catalogue.standard());
    var cluster = new FakeCluster(3, Lab::train);
    List<TrialRecord> trials;
    try (Journal journal = Journal.resume(Lab.lines(file), former.length())) {
      trials =
          new Lab(method, cluster)
              .run(journal, file, former.history(), Lab.shuffled(3), Integer.MAX_VALUE);
    }

    assertThat(former.history().ended()).hasSize(most);
    assertThat(trials).isEqualTo(expected);
    Set<Integer> known =
        new HashSet<>(former.history().ended().stream().map(TrialRecord::trial).toList());
    assertThat(cluster.submitted())
        .hasSize(24 - most)
        .extracting(Leg::trial)
        .noneMatch(known::contains);
    assertThat(JournalReader.read(Lab.lines(file), Catalogue.standard()).history().ended())
        .containsExactlyInAnyOrderElementsOf(expected);
  }
}
