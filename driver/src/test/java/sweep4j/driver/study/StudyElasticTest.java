package sweep4j.driver.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.driver.search.PruningMethod;
import sweep4j.driver.search.SearchMethod;
import sweep4j.driver.search.SearchTask;
import sweep4j.trial.EpochScore;
import sweep4j.trial.Goal;
import sweep4j.trial.Leg;
import sweep4j.trial.Limits;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialResult;

/** A cluster that grows, and one that loses machines with notice, must not change what is found. */
@Timeout(120)
class StudyElasticTest {

  private static final SearchMethod METHOD = new SearchMethod.Random();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** With trials of hours, a machine that joins would else stand idle until the first ends. */
  @Test
  void slotsThatJoinGetWorkBeforeAnyTrialEnds(@TempDir Path folder) throws Exception {
    var cluster = new FakeCluster(2, Lab::train);
    try (var study = new Started(folder, cluster, new StudyListener() {})) {
      study.await(() -> cluster.waiting() == 4);
      cluster.join(3);
      study.await(() -> cluster.waiting() == 10);
    }
  }

  /** A cluster that has nothing yet comes because trials wait, and so as many as it may run. */
  @Test
  void asManyWaitAsAGrowingClusterWouldRun(@TempDir Path folder) throws Exception {
    var cluster = new FakeCluster(1, Lab::train).growingTo(8);
    try (var study = new Started(folder, cluster, new StudyListener() {})) {
      study.await(() -> cluster.waiting() == 8);
      cluster.join(6);
      study.await(() -> cluster.waiting() == 14);
    }
  }

  /** What comes late from an executor must not bring a trial back to life that has ended. */
  @Test
  void onlyTrialsThatRunAreHeardOf(@TempDir Path folder) throws Exception {
    var heard = new ArrayList<Integer>();
    var ended = new ArrayList<Integer>();
    var listener =
        new StudyListener() {
          @Override
          public void epochEnded(Leg leg, EpochScore score) {
            heard.add(leg.trial());
          }

          @Override
          public void trialEnded(TrialRecord trial) {
            ended.add(trial.trial());
          }
        };
    var cluster = new FakeCluster(1, Lab::train);
    var score = new EpochScore(1, 0.5, 1, 0.5);
    try (var study = new Started(folder, cluster, listener)) {
      study.await(() -> cluster.waiting() == 2);
      Leg first = cluster.submitted().get(0);
      cluster.report(first, score);
      cluster.endOne(0);
      study.await(() -> cluster.submitted().size() == 3);
      cluster.report(first, score);
      cluster.report(cluster.submitted().get(1), score);
      cluster.endOne(0);
      study.await(() -> cluster.submitted().size() == 4);
    }
    assertThat(ended).containsExactly(0, 1);
    assertThat(heard).containsExactly(0, 1);
  }

  /** Machines that go away one after the other cost time, and neither attempts nor rows. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16})
  void trialsThatAreHandedBackAreThoseThatNeverMoved(int slots, @TempDir Path folder)
      throws Exception {
    for (PruningMethod pruner :
        List.of(new PruningMethod.None(), new PruningMethod.SuccessiveHalving(1, 3, 9))) {
      Path calm = Files.createDirectory(folder.resolve("calm " + pruner.getClass()));
      List<TrialRecord> expected =
          new Lab(METHOD, pruner, new FakeCluster(1, Lab::train))
              .run(calm.resolve("journal.jsonl"), Lab.firstIn());
      Path moving = Files.createDirectory(folder.resolve("moving " + pruner.getClass()));
      var cluster = new FakeCluster(slots, StudyElasticTest::handBackAfterEachEpoch);
      var lab = new Lab(METHOD, pruner, cluster);

      List<TrialRecord> trials = lab.run(moving.resolve("journal.jsonl"), Lab.shuffled(slots));

      assertThat(trials).isEqualTo(expected).hasSize(24);
      assertThat(lab.begunAnew()).isEmpty();
      assertThat(cluster.submitted()).filteredOn(leg -> leg.fromEpoch() == 2).isNotEmpty();
      assertThat(Files.readString(moving.resolve("journal.jsonl"))).doesNotContain("lost");
    }
  }

  private static TrialOutcome handBackAfterEachEpoch(Leg leg, int attempt, double costToBeat) {
    var first = new Leg(leg.request(), leg.fromEpoch(), leg.fromEpoch() + 1);
    TrialOutcome moved = Lab.train(first, attempt, costToBeat);
    return moved.isHandedBack(leg) ? moved : Lab.train(leg, attempt, costToBeat);
  }

  /** The leaderboard says where a trial ran; a place must not hide in another's name. */
  @Test
  void allPlacesOfATrialAreNamed(@TempDir Path folder) throws Exception {
    var cluster =
        new FakeCluster(
            1,
            (leg, attempt, costToBeat) -> {
              TrialOutcome outcome = handBackAfterEachEpoch(leg, attempt, costToBeat);
              String place = leg.fromEpoch() < 2 ? "10@host" : "0@host";
              return at(place, outcome);
            });

    List<TrialRecord> trials =
        new Lab(METHOD, cluster).run(folder.resolve("journal.jsonl"), Lab.shuffled(1));

    assertThat(trials)
        .filteredOn(each -> each.result().epochs() == Lab.MAX_EPOCHS)
        .isNotEmpty()
        .allMatch(each -> each.result().executor().equals("10@host, 0@host"));
  }

  private static TrialOutcome at(String place, TrialOutcome outcome) {
    TrialResult result = outcome.result();
    return new TrialOutcome(
        new TrialResult(
            result.trial(),
            result.state(),
            result.stopReason(),
            result.measurement(),
            result.epochs(),
            result.curve(),
            result.seconds(),
            place,
            result.device(),
            result.attempts(),
            result.error()),
        outcome.model(),
        outcome.checkpoint());
  }

  /** A study whose trials end when the test says so. */
  private static final class Started implements AutoCloseable {

    private final FutureTask<StudyEnd> study;
    private final Thread thread;
    private final Journal journal;

    Started(Path folder, FakeCluster cluster, StudyListener listener) throws Exception {
      journal = Journal.create(Lab.lines(folder.resolve("journal.jsonl")), Lab.PROVENANCE);
      var space = Lab.space(METHOD);
      var sampler = METHOD.sampler(SearchTask.of(space, 24, Lab.SEED));
      var pruner = new PruningMethod.None().pruner(24, Lab.MAX_EPOCHS);
      var schedule =
          new Schedule(
              sampler, pruner, space, Goal.MINIMIZE, Lab.SEED, Lab.MAX_EPOCHS, History.none());
      var run =
          new Study(
              schedule,
              schedule::next,
              cluster,
              journal,
              new Checkpoints(new RunFolder(folder)),
              listener,
              History.none(),
              Limits.usual());
      study = new FutureTask<>(run::run);
      thread = new Thread(study, "study");
      thread.start();
    }

    void await(BooleanSupplier condition) throws InterruptedException {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!condition.getAsBoolean()) {
        assertThat(study).isNotDone();
        assertThat(System.nanoTime()).isLessThan(end);
        Thread.sleep(1);
      }
    }

    @Override
    public void close() throws IOException {
      thread.interrupt();
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException("the study does not end", e);
      }
      journal.close();
    }
  }
}
