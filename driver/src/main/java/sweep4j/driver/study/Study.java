package sweep4j.driver.study;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.search.Sampler;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Goal;
import sweep4j.trial.Seeds;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;

/**
 * Runs a sweep: asks the sampler for each trial as soon as the prefix that it needs has ended,
 * keeps every slot busy, writes each result to the journal before anybody hears of it, and starts a
 * trial again whose executor was lost.
 *
 * <p>One thread does all this; trials report to it through a queue. So the order in which trials
 * end decides nothing but when the next one starts.
 */
public final class Study {

  /** Times that a trial is started before its executors' deaths are held to be its own fault. */
  public static final int MAX_ATTEMPTS = 3;

  /**
   * Trials handed out for each slot: one that runs and one that waits, so that a slot never stands
   * still while the driver hears of a result.
   */
  private static final int HANDED_OUT_PER_SLOT = 2;

  /** A trial that its executor has done with: an outcome, or the reason why there is none. */
  private record Ended(
      TrialRequest request,
      int attempt,
      @Nullable TrialOutcome outcome,
      @Nullable Throwable breakdown) {}

  private final Sampler sampler;
  private final SearchSpace space;
  private final long sweepSeed;
  private final TrialExecutor executor;
  private final Journal journal;
  private final StudyListener listener;
  private final Standing standing;
  private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
  private int handedOut;
  private int next;
  private int round;

  /**
   * A study that goes on from {@code known}.
   *
   * @param known trials that an earlier run of the same sweep has finished
   */
  public Study(
      Sampler sampler,
      SearchSpace space,
      Goal goal,
      long sweepSeed,
      TrialExecutor executor,
      Journal journal,
      StudyListener listener,
      List<TrialRecord> known) {
    this.sampler = sampler;
    this.space = space;
    this.sweepSeed = sweepSeed;
    this.executor = executor;
    this.journal = journal;
    this.listener = listener;
    this.standing = new Standing(goal, space, sampler.trials());
    known.forEach(standing::add);
  }

  /**
   * Runs what is left of the sweep.
   *
   * @return all finished trials, in the order of their numbers
   * @throws IOException when a result cannot be written down
   * @throws InterruptedException when the calling thread is interrupted; what had ended by then is
   *     in the journal
   */
  public List<TrialRecord> run() throws IOException, InterruptedException {
    handOut();
    while (handedOut > 0) {
      take(ended.take());
      handOut();
    }
    return standing.trials();
  }

  private void handOut() {
    while (next < sampler.trials()
        && handedOut < HANDED_OUT_PER_SLOT * executor.slots()
        && standing.prefix() >= sampler.needs(next)) {
      announceRound();
      if (!standing.hasEnded(next)) {
        start(request(next), 1);
      }
      next++;
    }
  }

  private void announceRound() {
    int nextRound = sampler.round(next);
    if (nextRound > round) {
      round = nextRound;
      listener.roundStarted(
          round, sampler.region(round, standing.observations(sampler.needs(next))));
    }
  }

  private TrialRequest request(int trial) {
    double[] point = sampler.suggest(trial, standing.observations(sampler.needs(trial)));
    return new TrialRequest(
        trial, sampler.round(trial), Seeds.trialSeed(sweepSeed, trial), space.at(point));
  }

  private void start(TrialRequest request, int attempt) {
    handedOut++;
    listener.trialStarted(request, executor.slots());
    var unused =
        executor
            .submit(request, standing.bestCost())
            .whenComplete(
                (outcome, breakdown) -> ended.add(new Ended(request, attempt, outcome, breakdown)));
  }

  private void take(Ended end) throws IOException {
    handedOut--;
    TrialOutcome outcome = end.outcome();
    if (outcome == null) {
      throw new IllegalStateException(
          "trial " + end.request().trial() + " could not be run at all: " + end.breakdown(),
          end.breakdown());
    }
    TrialResult result = outcome.result().withAttempts(end.attempt());
    if (result.state() == TrialState.LOST && end.attempt() < MAX_ATTEMPTS) {
      journal.lost(end.request(), result);
      listener.attemptLost(end.request(), result);
      start(end.request(), end.attempt() + 1);
      return;
    }
    var trial = new TrialRecord(end.request(), givenUp(result));
    journal.ended(trial);
    boolean isBest = standing.add(trial);
    byte[] model = outcome.model();
    if (isBest && model != null) {
      listener.newBest(trial, model);
    }
    listener.trialEnded(trial);
  }

  /** A trial that is lost again and again is held to be the reason. */
  private static TrialResult givenUp(TrialResult result) {
    return result.state() == TrialState.LOST
        ? new TrialResult(
            result.trial(),
            TrialState.FAILED,
            null,
            null,
            result.epochs(),
            result.curve(),
            result.seconds(),
            result.executor(),
            result.device(),
            result.attempts(),
            "not finished in " + result.attempts() + " attempts; the last: " + result.error())
        : result;
  }
}
