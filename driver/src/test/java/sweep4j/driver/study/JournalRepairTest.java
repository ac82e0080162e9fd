package sweep4j.driver.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.driver.Trials;
import sweep4j.driver.search.PruningMethod;
import sweep4j.driver.search.SearchMethod;
import sweep4j.trial.Catalogue;
import sweep4j.trial.TrialRecord;

class JournalRepairTest {

  private static final List<TrialRecord> TRIALS =
      List.of(Trials.completed(0, 0.25), Trials.diverged(1), Trials.completed(2, 0.5));

  private static RunFolder run(Path folder, List<Prior> priors) throws IOException {
    var run = new RunFolder(folder);
    try (Journal journal = Journal.create(run.journal(), Lab.PROVENANCE, priors)) {
      for (TrialRecord trial : TRIALS) {
        journal.reported(null, List.of(new Event.Ended(trial)));
      }
    }
    return run;
  }

  private static Path file(RunFolder run) {
    return Path.of(run.location(RunFolder.JOURNAL));
  }

  private static void damage(RunFolder run, int line, String sound, String other)
      throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file(run)));
    assertThat(lines.get(line - 1)).contains(sound);
    lines.set(line - 1, lines.get(line - 1).replace(sound, other));
    Files.write(file(run), lines);
  }

  @Test
  void aDamagedLineIsTakenOutAndAllElseStays(@TempDir Path folder) throws IOException {
    RunFolder run = run(folder, List.of());
    damage(run, 2, "0.25", "0.24");
    byte[] before = Files.readAllBytes(file(run));

    JournalRepair.Done done = JournalRepair.repair(run, Catalogue.standard()).get(0);

    assertThat(done.lines()).containsExactly(2);
    assertThat(folder.resolve(done.original())).hasBinaryContent(before);
    assertThat(JournalReader.read(run.journal(), Catalogue.standard()).history().ended())
        .isEqualTo(TRIALS.subList(1, 3));
    assertThat(folder).isDirectoryNotContaining("glob:**.sound");
  }

  @Test
  void aSecondRepairKeepsTheFirstOriginal(@TempDir Path folder) throws IOException {
    RunFolder run = run(folder, List.of());
    damage(run, 2, "0.25", "0.24");
    Path first = folder.resolve(JournalRepair.repair(run, Catalogue.standard()).get(0).original());
    byte[] kept = Files.readAllBytes(first);
    damage(run, 2, "DIVERGED", "diverged");

    JournalRepair.Done second = JournalRepair.repair(run, Catalogue.standard()).get(0);

    assertThat(second.lines()).containsExactly(2);
    assertThat(folder.resolve(second.original())).isNotEqualTo(first);
    assertThat(first).hasBinaryContent(kept);
  }

  @Test
  void aSoundJournalIsLeftAlone(@TempDir Path folder) throws IOException {
    RunFolder run = run(folder, List.of());
    byte[] before = Files.readAllBytes(file(run));

    assertThat(JournalRepair.repair(run, Catalogue.standard())).isEmpty();

    assertThat(folder).isDirectoryContaining("glob:**/journal.jsonl");
    assertThat(folder).isDirectoryNotContaining("glob:**.damaged-*");
    assertThat(file(run)).hasBinaryContent(before);
  }

  /** Two records of one trial are sound lines each, but no journal has them. */
  @Test
  void aRepeatedTrialIsTakenOut(@TempDir Path folder) throws IOException {
    RunFolder run = run(folder, List.of());
    List<String> lines = new ArrayList<>(Files.readAllLines(file(run)));
    lines.add(2, lines.get(1));
    Files.write(file(run), lines);
    assertThatThrownBy(() -> JournalReader.read(run.journal(), Catalogue.standard()))
        .hasMessageContaining("journal.jsonl:3: this line is damaged (trial 0 has ended already)");

    assertThat(JournalRepair.repair(run, Catalogue.standard()).get(0).lines()).containsExactly(3);

    assertThat(JournalReader.read(run.journal(), Catalogue.standard()).history().ended())
        .isEqualTo(TRIALS);
  }

  /** Without its first line, or what the sampler learned from, a run cannot go on as it began. */
  @Test
  void whatCannotBeFoundOutAgainCannotBeRepaired(@TempDir Path folder) throws IOException {
    RunFolder headless = run(Files.createDirectory(folder.resolve("headless")), List.of());
    damage(headless, 1, "a1b2", "a1b3");
    byte[] before = Files.readAllBytes(file(headless));
    assertThatThrownBy(() -> JournalRepair.repair(headless, Catalogue.standard()))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining(":1: this line is damaged (its checksum differs)")
        .hasMessageEndingWith("start the sweep anew in another folder");
    assertThat(file(headless)).hasBinaryContent(before);

    RunFolder unled =
        run(
            Files.createDirectory(folder.resolve("unled")),
            List.of(new Prior(Trials.request(4).hyperparameters(), 0.125)));
    damage(unled, 2, "0.125", "0.126");
    assertThatThrownBy(() -> JournalRepair.repair(unled, Catalogue.standard()))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining(
            "1 trials of the earlier run that the sampler learns from are missing");
  }

  /** What a pruner decided rests on scores at rungs, which a trial's last record does not have. */
  @Test
  void aPrunedSweepThatLostAnyLineEndsAsItDid(@TempDir Path folder) throws Exception {
    var pruning = new PruningMethod.SuccessiveHalving(1, 3, 9);
    Path whole = Files.createDirectory(folder.resolve("whole")).resolve("journal.jsonl");
    List<TrialRecord> trials =
        new Lab(new SearchMethod.Random(), pruning, new FakeCluster(3, Lab::train))
            .run(whole, Lab.shuffled(3));
    List<String> lines = Files.readAllLines(whole);
    assertThat(lines).anyMatch(line -> line.contains("\"type\":\"paused\""));
    for (int lost = 1; lost < lines.size(); lost++) {
      Path file = Files.createDirectory(folder.resolve("lost-" + lost)).resolve("journal.jsonl");
      var rest = new ArrayList<>(lines);
      rest.remove(lost);
      Files.write(file, rest);
      JournalReader.Content content = JournalReader.read(Lab.lines(file), Catalogue.standard());
      try (Journal journal = Journal.resume(Lab.lines(file), content.length())) {
        assertThat(
                new Lab(new SearchMethod.Random(), pruning, new FakeCluster(3, Lab::train))
                    .run(journal, file, content.history(), Lab.shuffled(4), Integer.MAX_VALUE))
            .as("without line %d, %s", lost + 1, lines.get(lost))
            .isEqualTo(trials);
      }
    }
  }
}
