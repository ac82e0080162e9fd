package sweep4j.driver.study;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.EpochScore;
import sweep4j.trial.Leg;
import sweep4j.trial.Limits;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;

/**
 * Runs a sweep: asks the sampler for each trial as soon as the prefix that it needs has ended,
 * keeps every slot busy, also those that come later, writes each result to the journal before
 * anybody hears of it, and starts a trial again whose executor was lost.
 *
 * <p>One thread does all this; what happens meanwhile comes to it through a queue. So the order in
 * which trials end decides nothing but when the next one starts.
 */
public final class Study {

  /**
   * Trials handed out for each slot: one that runs and one that waits, so that a slot never stands
   * still while the driver hears of a result.
   */
  private static final int HANDED_OUT_PER_SLOT = 2;

  /** What a study waits for. */
  private sealed interface News {}

  /** Other slots than there were: more can start, perhaps. */
  private record NewSlots() implements News {}

  /** A leg goes on. */
  private record Going(Leg leg, EpochScore score) implements News {}

  /**
   * A leg that its executor has done with: an outcome, or the reason why there is none.
   *
   * @param leg as it was asked for, of which only the rest may have run
   * @param alone whether nothing else ran at the same time
   */
  private record Done(
      Leg leg, boolean alone, @Nullable TrialOutcome outcome, @Nullable Throwable breakdown)
      implements News {}

  private final Agenda agenda;
  private final Supplier<@Nullable Leg> legs;
  private final TrialExecutor executor;
  private final Journal journal;
  private final Checkpoints checkpoints;
  private final StudyListener listener;
  private final History history;
  private final Limits limits;
  private final Attempts attempts;
  private final HandedBack handedBack = new HandedBack();
  private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
  private final Set<Integer> running = new HashSet<>();
  private int failed;

  private int round;

  /**
   * A study that goes on from {@code history}.
   *
   * @param agenda that nothing has been taken from
   * @param legs of that agenda, in the order in which they are to start
   */
  public Study(
      Agenda agenda,
      Supplier<@Nullable Leg> legs,
      TrialExecutor executor,
      Journal journal,
      Checkpoints checkpoints,
      StudyListener listener,
      History history,
      Limits limits) {
    this.agenda = agenda;
    this.legs = legs;
    this.executor = executor;
    this.journal = journal;
    this.checkpoints = checkpoints;
    this.listener = listener;
    this.history = history;
    this.limits = limits;
    this.attempts = new Attempts(limits.maxAttempts(), history);
  }

  /**
   * Runs what is left of the sweep.
   *
   * @throws IOException when a result cannot be written down
   * @throws InterruptedException when the calling thread is interrupted; what had ended by then is
   *     in the journal
   */
  public StudyEnd run() throws IOException, InterruptedException {
    long start = System.nanoTime();
    executor.tell(
        new TrialExecutor.Watcher() {
          @Override
          public void slotsChanged() {
            news.add(new NewSlots());
          }

          @Override
          public void epochEnded(Leg leg, EpochScore score) {
            news.add(new Going(leg, score));
          }
        });
    String stoppedBy = handOut();
    while (stoppedBy == null && !running.isEmpty()) {
      News heard = next(start);
      if (heard == null) {
        stoppedBy = "limits.timeout";
      } else if (heard instanceof Going going) {
        tell(going);
      } else {
        if (heard instanceof Done end) {
          take(end);
        }
        stoppedBy = handOut();
      }
    }
    if (stoppedBy == null) {
      checkpoints.tidy();
      return new StudyEnd(agenda.trials(), null);
    }
    executor.cancelAll();
    keepWhatHasEnded();
    return new StudyEnd(allKnown(), stoppedBy);
  }

  /** Waits for something to happen; null if the study's time is over. */
  private @Nullable News next(long start) throws InterruptedException {
    Duration timeout = limits.timeout();
    if (timeout == null) {
      return news.take();
    }
    long left = timeout.toNanos() - (System.nanoTime() - start);
    return left <= 0 ? null : news.poll(left, TimeUnit.NANOSECONDS);
  }

  /** What an executor says of a leg may come after its end. */
  private void tell(Going going) {
    if (running.contains(going.leg().trial())) {
      listener.epochEnded(going.leg(), going.score());
    }
  }

  /**
   * Legs to hand out at once: enough for the slots that there are, and for those that would come.
   */
  private int mostHandedOut() {
    return Math.max(HANDED_OUT_PER_SLOT * executor.slots(), executor.slotsOnDemand());
  }

  /** Starts all that may start; returns what ends the study instead, in words. */
  private @Nullable String handOut() throws IOException {
    while (running.size() < mostHandedOut()) {
      Leg leg = legs.get();
      if (leg == null) {
        break;
      }
      announceRound(leg);
      TrialResult known = history.result(leg);
      if (known != null) {
        digest(leg, known, null);
      } else if (tooManyFailed()) {
        return tooMany();
      } else {
        start(leg);
      }
    }
    Leg alone = running.isEmpty() ? attempts.nextAlone() : null;
    if (alone != null) {
      if (tooManyFailed()) {
        return tooMany();
      }
      submit(alone, true);
    }
    return null;
  }

  private boolean tooManyFailed() {
    Integer most = limits.maxFailedTrials();
    return most != null && failed >= most;
  }

  private String tooMany() {
    return "limits.max_failed_trials, as %d have failed".formatted(failed);
  }

  /** Of the legs that ended before they could be cancelled. */
  private void keepWhatHasEnded() throws IOException {
    for (News each = news.poll(); each != null; each = news.poll()) {
      if (each instanceof Done end && hasCome(end)) {
        TrialOutcome outcome = Objects.requireNonNull(end.outcome());
        digest(end.leg(), result(outcome), outcome);
      }
    }
  }

  /** Whether a leg has come to its end, as nobody will start it again. */
  private static boolean hasCome(Done end) {
    TrialOutcome outcome = end.outcome();
    return outcome != null
        && outcome.result().state() != TrialState.LOST
        && !outcome.isHandedBack(end.leg())
        && !isCrowded(end);
  }

  /** What came of a leg, with what only the study knows of it. */
  private TrialResult result(TrialOutcome outcome) {
    int trial = outcome.result().trial();
    return handedBack.places(outcome.result()).withAttempts(attempts.number(trial));
  }

  /** What the journal holds, which need not all have been asked for again. */
  private List<TrialRecord> allKnown() {
    var known = new TreeMap<Integer, TrialRecord>();
    history.ended().forEach(trial -> known.put(trial.trial(), trial));
    agenda.trials().forEach(trial -> known.put(trial.trial(), trial));
    return List.copyOf(known.values());
  }

  private void announceRound(Leg leg) {
    DrawnRound begun = agenda.begins(leg.trial(), round);
    if (begun != null) {
      round = begun.round();
      listener.roundStarted(round, begun.region());
    }
  }

  private void start(Leg leg) throws IOException {
    if (attempts.mustBeAlone(leg.trial())) {
      attempts.await(leg);
    } else {
      submit(leg, false);
    }
  }

  private void submit(Leg leg, boolean alone) throws IOException {
    byte[] checkpoint = handedBack.checkpoint(leg.trial());
    if (checkpoint == null) {
      PausedTrial stands = history.start(leg);
      checkpoint = stands == null ? null : checkpoints.read(stands);
    }
    if (checkpoint == null && leg.fromEpoch() > 0) {
      listener.begunAnew(leg);
    }
    running.add(leg.trial());
    Leg rest = handedBack.rest(leg);
    listener.legStarted(rest, executor.slots());
    var unused =
        executor
            .submit(rest, checkpoint, agenda.costToBeat())
            .whenComplete(
                (outcome, breakdown) -> news.add(new Done(leg, alone, outcome, breakdown)));
  }

  private void take(Done end) throws IOException {
    Leg leg = end.leg();
    running.remove(leg.trial());
    int trial = leg.trial();
    TrialOutcome outcome = end.outcome();
    if (outcome == null) {
      throwIfUnfit(end.breakdown());
      throw new IllegalStateException(
          leg.request().inWords() + " could not be run at all: " + end.breakdown(),
          end.breakdown());
    }
    TrialResult result = result(outcome);
    byte[] checkpoint = outcome.checkpoint();
    if (checkpoint != null && outcome.isHandedBack(leg)) {
      handedBack.keep(trial, outcome, checkpoint);
      listener.trialMoves(leg.request(), outcome.result());
      submit(leg, end.alone());
      return;
    }
    boolean crowded = isCrowded(end);
    if (crowded || (result.state() == TrialState.LOST && attempts.another(trial))) {
      journal.lost(leg.request(), result);
      history.addLost(trial);
      if (crowded) {
        attempts.isolate(trial);
      }
      listener.attemptLost(leg.request(), result);
      start(leg);
      return;
    }
    handedBack.forget(trial);
    digest(leg, givenUp(result), outcome);
  }

  /** No trial is to blame, so that its number would mislead. */
  private static void throwIfUnfit(@Nullable Throwable breakdown) {
    Throwable cause = breakdown instanceof CompletionException ? breakdown.getCause() : breakdown;
    if (cause instanceof UnfitExecutorException unfit) {
      throw unfit;
    }
  }

  /** Whether memory ran out beside others, of which this may only have been the last to ask. */
  private static boolean isCrowded(Done end) {
    return end.outcome() != null && end.outcome().outOfMemory() && !end.alone();
  }

  /**
   * Draws the conclusions from how a leg ended, and writes them down before anybody hears of them.
   *
   * @param outcome of the leg; null if the result is from the journal
   */
  private void digest(Leg leg, TrialResult result, @Nullable TrialOutcome outcome)
      throws IOException {
    PausedTrial paused = outcome == null ? null : keep(leg, result, outcome);
    List<Event> events = agenda.report(leg, result);
    List<Event> fresh = events.stream().filter(event -> !history.holds(event)).toList();
    if (paused != null || !fresh.isEmpty()) {
      journal.reported(paused, fresh);
    }
    if (paused != null) {
      history.add(paused);
      listener.trialPaused(paused.trial());
    }
    for (Event event : events) {
      if (event instanceof Event.Ended end && end.trial().result().state() == TrialState.FAILED) {
        failed++;
      }
    }
    for (Event event : fresh) {
      if (event instanceof Event.Ended end) {
        announce(end.trial(), outcome);
      }
    }
    deleteCheckpoints(leg, events);
  }

  private void deleteCheckpoints(Leg leg, List<Event> events) throws IOException {
    if (leg.fromEpoch() > 0) {
      checkpoints.delete(leg.trial(), leg.fromEpoch());
    }
    for (Event event : events) {
      // Any other trial came to its end by a leg, and left no checkpoint there.
      if (event instanceof Event.Ended end && end.trial().result().state() == TrialState.PRUNED) {
        checkpoints.delete(end.trial().trial(), end.trial().result().epochs());
      }
    }
  }

  private @Nullable PausedTrial keep(Leg leg, TrialResult result, TrialOutcome outcome)
      throws IOException {
    byte[] checkpoint = outcome.checkpoint();
    return checkpoint == null
        ? null
        : checkpoints.write(new TrialRecord(leg.request(), result), checkpoint);
  }

  private void announce(TrialRecord trial, @Nullable TrialOutcome outcome) throws IOException {
    byte[] model = outcome == null ? null : outcome.model();
    boolean itself = outcome != null && outcome.result().trial() == trial.trial();
    if (itself && model != null && agenda.leads(trial)) {
      listener.newLeader(trial, model);
    }
    if (itself && model != null && agenda.isBest(trial)) {
      listener.newBest(trial, model);
    }
    listener.trialEnded(trial);
  }

  /** A trial that is lost again and again is held to be the reason. */
  private static TrialResult givenUp(TrialResult result) {
    return result.state() == TrialState.LOST
        ? result.failed(
            "not finished in " + result.attempts() + " attempts; the last: " + result.error())
        : result;
  }
}
