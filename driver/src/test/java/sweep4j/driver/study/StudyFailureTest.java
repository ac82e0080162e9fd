package sweep4j.driver.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sweep4j.driver.search.PruningMethod;
import sweep4j.driver.search.SearchMethod;
import sweep4j.driver.search.SearchTask;
import sweep4j.trial.Catalogue;
import sweep4j.trial.Goal;
import sweep4j.trial.Leg;
import sweep4j.trial.Limits;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;

/** What becomes of trials that end badly, and of a study whose surroundings do. */
@Timeout(60)
class StudyFailureTest {

  private static final SearchMethod METHOD = new SearchMethod.Random();

  @Test
  void aLostTrialIsStartedAgainAndItsAttemptsAreCounted(@TempDir Path folder) throws Exception {
    var cluster =
        new FakeCluster(
            2,
            (leg, attempt, costToBeat) ->
                leg.trial() == 5 && attempt < 3
                    ? Lab.outcome(leg, TrialState.LOST, "executor 1 died")
                    : Lab.train(leg, attempt, costToBeat));

    List<TrialRecord> trials =
        new Lab(METHOD, cluster).run(folder.resolve("journal.jsonl"), Lab.shuffled(1));

    TrialResult lost = trials.get(5).result();
    assertThat(lost.attempts()).isEqualTo(3);
    assertThat(lost.withAttempts(1))
        .isEqualTo(Lab.train(new Leg(trials.get(5).request(), 0, Lab.MAX_EPOCHS), 1, 0).result());
    assertThat(cluster.submitted()).filteredOn(each -> each.trial() == 5).hasSize(3);
    assertThat(trials)
        .filteredOn(each -> each.trial() != 5)
        .allMatch(each -> each.result().attempts() == 1);
  }

  /** A trial that kills whatever runs it would otherwise keep the sweep going for ever. */
  @Test
  void aTrialThatIsAlwaysLostHasFailedInTheEnd(@TempDir Path folder) throws Exception {
    var cluster =
        new FakeCluster(
            2,
            (leg, attempt, costToBeat) ->
                leg.trial() == 0
                    ? Lab.outcome(leg, TrialState.LOST, "executor " + attempt + " died")
                    : Lab.train(leg, attempt, costToBeat));

    List<TrialRecord> trials =
        new Lab(METHOD, cluster).run(folder.resolve("journal.jsonl"), Lab.shuffled(1));

    TrialResult failed = trials.get(0).result();
    assertThat(failed.state()).isEqualTo(TrialState.FAILED);
    assertThat(failed.attempts()).isEqualTo(Limits.DEFAULT_ATTEMPTS);
    assertThat(failed.error()).isEqualTo("not finished in 3 attempts; the last: executor 3 died");
    assertThat(trials).hasSize(24);
    assertThat(Files.readAllLines(folder.resolve("journal.jsonl")))
        .filteredOn(line -> line.contains("\"type\":\"lost\""))
        .hasSize(Limits.DEFAULT_ATTEMPTS - 1);
  }

  /** An executor takes all its trials with it, and only one of them has killed it. */
  @Test
  void trialsThatDieBesideAKillerAreNotBlamed(@TempDir Path folder) throws Exception {
    var innocent = List.of(1, 3, 4);
    var cluster =
        new FakeCluster(
            4,
            (leg, attempt, costToBeat) ->
                leg.trial() == 2 || (innocent.contains(leg.trial()) && attempt < 3)
                    ? Lab.outcome(leg, TrialState.LOST, "executor " + attempt + " died")
                    : Lab.train(leg, attempt, costToBeat));

    List<TrialRecord> trials =
        new Lab(METHOD, cluster).run(folder.resolve("journal.jsonl"), Lab.shuffled(1));

    assertThat(trials).hasSize(24);
    assertThat(trials)
        .filteredOn(each -> each.result().state() == TrialState.FAILED)
        .extracting(TrialRecord::trial)
        .containsExactly(2);
    for (int trial : List.of(1, 2, 3, 4)) {
      assertThat(trials.get(trial).result().attempts()).isEqualTo(3);
      assertThat(cluster.beside(trial)).hasSize(3).last().isEqualTo(0);
    }
  }

  /** Whoever asks last for memory that another has taken is told that there is none. */
  @Test
  void whatRanOutOfMemoryBesideOthersRunsAgainAlone(@TempDir Path folder) throws Exception {
    var cluster =
        new FakeCluster(
            2,
            (leg, attempt, costToBeat) ->
                leg.trial() == 6 || (leg.trial() == 7 && attempt == 1)
                    ? TrialOutcome.outOfMemory(
                        Lab.outcome(leg, TrialState.FAILED, "out of memory").result())
                    : Lab.train(leg, attempt, costToBeat));

    List<TrialRecord> trials =
        new Lab(METHOD, cluster).run(folder.resolve("journal.jsonl"), Lab.shuffled(1));

    assertThat(trials.get(6).result().state()).isEqualTo(TrialState.FAILED);
    assertThat(trials.get(7).result().state()).isNotEqualTo(TrialState.FAILED);
    assertThat(cluster.beside(6)).hasSize(2).last().isEqualTo(0);
    assertThat(cluster.beside(7)).hasSize(2).last().isEqualTo(0);
  }

  /** A trial that kills its executor would else have as many attempts again after each resume. */
  @Test
  void lostAttemptsCountAcrossRuns(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("journal.jsonl");
    var first = new FakeCluster(2, (leg, attempt, cost) -> lostFirst(leg, attempt, cost));
    try (Journal journal = Journal.create(Lab.lines(file), Lab.PROVENANCE)) {
      new Lab(METHOD, first).run(journal, file, History.none(), Lab.firstIn(), 1);
    }
    JournalReader.Content former = JournalReader.read(Lab.lines(file), Catalogue.standard());
    assertThat(former.history().lostAttempts(0)).isEqualTo(1);
    var second = new FakeCluster(2, Lab::train);
    List<TrialRecord> trials;
    try (Journal journal = Journal.resume(Lab.lines(file), former.length())) {
      trials =
          new Lab(METHOD, second)
              .run(journal, file, former.history(), Lab.firstIn(), Integer.MAX_VALUE);
    }
    assertThat(trials.get(0).result().attempts()).isEqualTo(2);
  }

  private static TrialOutcome lostFirst(Leg leg, int attempt, double costToBeat) {
    return leg.trial() == 0 && attempt == 1
        ? Lab.outcome(leg, TrialState.LOST, "executor 1 died")
        : Lab.train(leg, attempt, costToBeat);
  }

  @Test
  void tooManyFailuresEndTheSweep(@TempDir Path folder) throws Exception {
    var begun = new ArrayList<Integer>();
    StudyEnd end =
        run(
            folder.resolve("journal.jsonl"),
            new StudyListener() {},
            at(
                leg -> {
                  begun.add(leg.trial());
                  return Lab.outcome(leg, TrialState.FAILED, "no luck");
                }),
            new Limits(3, 4, null, null));

    assertThat(end.stoppedBy()).isEqualTo("limits.max_failed_trials, as 4 have failed");
    // What had been handed out by then counts, and no more is.
    assertThat(end.trials()).hasSizeBetween(4, 5).hasSameSizeAs(begun);
  }

  @Test
  void aSweepEndsWhenItsTimeIsOver(@TempDir Path folder) throws Exception {
    var cancelled = new ArrayList<String>();
    StudyEnd end =
        run(
            folder.resolve("journal.jsonl"),
            new StudyListener() {},
            new TrialExecutor() {
              @Override
              public int slots() {
                return 1;
              }

              @Override
              public CompletableFuture<TrialOutcome> submit(
                  Leg leg, byte @Nullable [] checkpoint, double costToBeat) {
                return leg.trial() == 0
                    ? CompletableFuture.completedFuture(Lab.train(leg, 1, costToBeat))
                    : new CompletableFuture<>();
              }

              @Override
              public void cancelAll() {
                cancelled.add("all");
              }
            },
            new Limits(3, null, Duration.ofMillis(300), null));

    assertThat(end.stoppedBy()).isEqualTo("limits.timeout");
    assertThat(end.trials()).hasSize(1);
    assertThat(cancelled).containsExactly("all");
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "DIVERGED"})
  void aBadTrialIsAResultAndNotTriedAgain(TrialState state, @TempDir Path folder) throws Exception {
    var cluster =
        new FakeCluster(2, (leg, attempt, costToBeat) -> Lab.outcome(leg, state, "no luck"));
    var lab = new Lab(METHOD, cluster);

    List<TrialRecord> trials = lab.run(folder.resolve("journal.jsonl"), Lab.shuffled(1));

    assertThat(cluster.submitted()).hasSize(24).doesNotHaveDuplicates();
    assertThat(trials).hasSize(24).allMatch(each -> each.result().state() == state);
    assertThat(lab.best()).isNull();
  }

  /** A result that the user saw, but that a kill then took, would be found missing by nobody. */
  @Test
  void theJournalKnowsBeforeTheListenerHears(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("journal.jsonl");
    var heard = new ArrayList<String>();
    var listener =
        new StudyListener() {
          @Override
          public void newBest(TrialRecord trial, byte[] model) throws IOException {
            assertThat(lastLine(file)).contains("\"type\":\"trial\",\"trial\":" + trial.trial());
            heard.add("best");
          }

          @Override
          public void trialEnded(TrialRecord trial) throws IOException {
            var trials =
                JournalReader.read(Lab.lines(file), Catalogue.standard()).history().ended();
            assertThat(trials.get(trials.size() - 1)).isEqualTo(trial);
            heard.add("ended");
          }

          @Override
          public void attemptLost(TrialRequest request, TrialResult result) {
            assertThat(lastLine(file)).contains("\"type\":\"lost\",\"trial\":" + request.trial());
            heard.add("lost");
          }
        };
    var attempts = new ArrayList<Integer>();

    run(
        file,
        listener,
        at(
            leg -> {
              attempts.add(leg.trial());
              return attempts.size() == 1
                  ? Lab.outcome(leg, TrialState.LOST, "gone")
                  : Lab.train(leg, 1, Double.POSITIVE_INFINITY);
            }));

    assertThat(heard).contains("best", "lost").filteredOn("ended"::equals).hasSize(24);
  }

  @Test
  void aTrialThatCannotBeRunAtAllEndsTheStudyInsteadOfHangingIt(@TempDir Path folder) {
    assertThatThrownBy(
            () ->
                run(
                    folder.resolve("journal.jsonl"),
                    new StudyListener() {},
                    executor(
                        leg ->
                            CompletableFuture.failedFuture(
                                new IllegalArgumentException("Spark was stopped")))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "trial 0 could not be run at all: java.lang.IllegalArgumentException: Spark was stopped")
        .hasRootCauseMessage("Spark was stopped");
  }

  /** A machine without the data would else cost each trial that comes to it all its attempts. */
  @Test
  void anExecutorThatCanRunNoTrialEndsTheStudyAndNoTrialIsToBlame(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("journal.jsonl");
    assertThatThrownBy(
            () ->
                run(
                    file,
                    new StudyListener() {},
                    executor(
                        leg ->
                            CompletableFuture.supplyAsync(
                                () -> {
                                  throw new UnfitExecutorException("executor 1 has no data");
                                }))))
        .isInstanceOf(UnfitExecutorException.class)
        .hasMessage("executor 1 has no data");
    assertThat(JournalReader.read(Lab.lines(file), Catalogue.standard()).history().ended())
        .isEmpty();
  }

  /** A full disk must end the sweep, not let it go on without a record. */
  @Test
  void aListenerThatCannotWriteEndsTheStudy(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("journal.jsonl");
    var listener =
        new StudyListener() {
          @Override
          public void trialEnded(TrialRecord trial) throws IOException {
            throw new IOException("no space left");
          }
        };

    assertThatThrownBy(() -> run(file, listener, at(leg -> Lab.train(leg, 1, Double.MAX_VALUE))))
        .isInstanceOf(IOException.class)
        .hasMessage("no space left");
    assertThat(JournalReader.read(Lab.lines(file), Catalogue.standard()).history().ended())
        .hasSize(1);
  }

  private interface At {
    TrialOutcome outcome(Leg leg);
  }

  private interface Later {
    CompletableFuture<TrialOutcome> outcome(Leg leg);
  }

  private static TrialExecutor at(At trainer) {
    return executor(leg -> CompletableFuture.completedFuture(trainer.outcome(leg)));
  }

  private static TrialExecutor executor(Later trainer) {
    return new TrialExecutor() {
      @Override
      public int slots() {
        return 1;
      }

      @Override
      public CompletableFuture<TrialOutcome> submit(
          Leg leg, byte @Nullable [] checkpoint, double costToBeat) {
        return trainer.outcome(leg);
      }

      @Override
      public void cancelAll() {}
    };
  }

  private static void run(Path file, StudyListener listener, TrialExecutor executor)
      throws IOException, InterruptedException {
    run(file, listener, executor, Limits.usual());
  }

  private static StudyEnd run(
      Path file, StudyListener listener, TrialExecutor executor, Limits limits)
      throws IOException, InterruptedException {
    var space = Lab.space(METHOD);
    try (Journal journal = Journal.create(Lab.lines(file), Lab.PROVENANCE)) {
      var sampler = METHOD.sampler(SearchTask.of(space, 24, Lab.SEED));
      var pruner = new PruningMethod.None().pruner(24, Lab.MAX_EPOCHS);
      var schedule =
          new Schedule(
              sampler, pruner, space, Goal.MINIMIZE, Lab.SEED, Lab.MAX_EPOCHS, History.none());
      return new Study(
              schedule,
              schedule::next,
              executor,
              journal,
              new Checkpoints(new RunFolder(file.resolveSibling(""))),
              listener,
              History.none(),
              limits)
          .run();
    }
  }

  private static String lastLine(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.get(lines.size() - 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
