package sweep4j.driver.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.trial.Catalogue;
import sweep4j.trial.Fold;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Leg;
import sweep4j.trial.Limits;
import sweep4j.trial.Repeat;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialState;

/** A study of repeats: they get what trials get when places go away or the run is killed. */
@Timeout(60)
class RepeatStudyTest {

  private static final List<TrialRequest> REQUESTS =
      IntStream.range(0, 6)
          .mapToObj(
              i ->
                  new TrialRequest(
                      i,
                      1,
                      10 + i,
                      Hyperparameters.defaults(),
                      new Repeat(7, i, new Fold(i % 3, 3, 1))))
          .toList();

  /** Trains at once, on two slots; which attempts are lost is to be said. */
  private static final class Place implements TrialExecutor {
    private final List<Integer> submitted = new ArrayList<>();
    private final List<Double> toBeat = new ArrayList<>();
    private final List<Integer> lost;

    Place(Integer... lost) {
      this.lost = new ArrayList<>(List.of(lost));
    }

    @Override
    public int slots() {
      return 2;
    }

    @Override
    public CompletableFuture<TrialOutcome> submit(
        Leg leg, byte @Nullable [] checkpoint, double costToBeat) {
      submitted.add(leg.trial());
      toBeat.add(costToBeat);
      return CompletableFuture.completedFuture(
          lost.remove((Integer) leg.trial())
              ? Lab.outcome(leg, TrialState.LOST, "executor 1 died")
              : Lab.train(leg, 1, costToBeat));
    }

    @Override
    public void cancelAll() {}
  }

  private static List<TrialRecord> run(
      List<TrialRequest> requests, Journal journal, History history, Path folder, Place place)
      throws Exception {
    var schedule = new RepeatSchedule(requests, Lab.MAX_EPOCHS);
    return new Study(
            schedule,
            schedule::next,
            place,
            journal,
            new Checkpoints(new RunFolder(folder)),
            new StudyListener() {},
            history.ofRepeats(requests),
            Limits.usual())
        .run()
        .trials();
  }

  @Test
  void lostOnesRunAgainAndNoNetworkIsSent(@TempDir Path folder) throws Exception {
    var place = new Place(2, 2);
    try (Journal journal = Journal.create(lines(folder), Lab.PROVENANCE)) {
      List<TrialRecord> ended = run(REQUESTS, journal, History.none(), folder, place);

      assertThat(ended).extracting(TrialRecord::request).isEqualTo(REQUESTS);
      assertThat(ended.get(2).result().attempts()).isEqualTo(3);
      assertThat(place.toBeat).containsOnly(Double.NEGATIVE_INFINITY);
    }
  }

  /** After a kill, none may be lost and none done twice, with what was lost before counted. */
  @Test
  void aRunThatGoesOnDoesTheRestAlone(@TempDir Path folder) throws Exception {
    List<TrialRecord> first;
    try (Journal journal = Journal.create(lines(folder), Lab.PROVENANCE)) {
      first = run(REQUESTS.subList(0, 4), journal, History.none(), folder, new Place(1));
    }
    JournalReader.Content content = JournalReader.read(lines(folder), Catalogue.standard());
    var place = new Place();
    try (Journal journal = Journal.resume(lines(folder), content.length())) {
      List<TrialRecord> all = run(REQUESTS, journal, content.history(), folder, place);

      assertThat(place.submitted).containsExactly(4, 5);
      assertThat(all.subList(0, 4)).isEqualTo(first);
      assertThat(all).extracting(TrialRecord::request).isEqualTo(REQUESTS);
      assertThat(all.get(1).result().attempts()).isEqualTo(2);
    }
    assertThat(JournalReader.read(lines(folder), Catalogue.standard()).history().repeats())
        .hasSize(6);
  }

  private static StoredLines lines(Path folder) {
    return Lab.lines(folder.resolve("journal.jsonl"));
  }
}
