package sweep4j.driver.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.search.Pruner;
import sweep4j.driver.search.PruningMethod;
import sweep4j.driver.search.Region;
import sweep4j.driver.search.Sampler;
import sweep4j.driver.search.SearchMethod;
import sweep4j.driver.search.SearchTask;
import sweep4j.driver.space.Choices;
import sweep4j.driver.space.LogUniform;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;
import sweep4j.driver.space.Stepped;
import sweep4j.driver.space.Uniform;
import sweep4j.trial.Goal;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Leg;
import sweep4j.trial.Limits;
import sweep4j.trial.Measurement;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.Score;
import sweep4j.trial.StopReason;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;

/**
 * Runs studies one step at a time: a trial ends only when the study has digested what ended before
 * and waits for more. So a seed decides the order in which trials end, and not the clock.
 */
final class Lab implements StudyListener {

  static final long SEED = 42;
  static final int MAX_EPOCHS = 9;

  /** Of how many of the best trials the networks are wanted. */
  static final int LEADERS = 3;

  /** More attempts than this at each trial are a study without an end. */
  private static final int MOST_ATTEMPTS = 10;

  /** A step takes less than a millisecond, so this is a study that hangs, on any machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Sampler sampler;
  private final Pruner pruner;
  private final SearchSpace space;
  private final FakeCluster cluster;
  private final BitSet ended = new BitSet();
  private final BitSet atRungs = new BitSet();
  private final AtomicInteger digested = new AtomicInteger();
  private @Nullable TrialRecord best;
  private final Set<TrialRecord> leaders = new HashSet<>();
  private final List<Integer> rounds = new ArrayList<>();
  private final List<Integer> begunAnew = new ArrayList<>();

  Lab(SearchMethod method, FakeCluster cluster) {
    this(method, new PruningMethod.None(), cluster);
  }

  Lab(SearchMethod method, PruningMethod pruning, FakeCluster cluster) {
    this.space = space(method);
    this.pruner = pruning.pruner(24, MAX_EPOCHS);
    this.sampler = method.sampler(new SearchTask(space, 24, SEED, List.of(), pruner.horizon()));
    this.cluster = cluster;
  }

  static SearchSpace space(SearchMethod method) {
    boolean grid = method instanceof SearchMethod.Grid;
    var rates = new LogUniform(1e-4, 1.0);
    var dropouts = new Uniform(0.0, 0.6);
    return new SearchSpace(
        List.of(
            new Parameter(Hyperparameter.LEARNING_RATE, grid ? new Stepped(rates, 4) : rates),
            new Parameter(Hyperparameter.DROPOUT, grid ? new Stepped(dropouts, 3) : dropouts),
            new Parameter(
                Hyperparameter.BATCH_SIZE, new Choices(List.of(new Whole(16), new Whole(64))))));
  }

  Sampler sampler() {
    return sampler;
  }

  /** The last that was reported as the best. */
  @Nullable TrialRecord best() {
    return best;
  }

  /** All that were ever among the best, with their networks. */
  Set<TrialRecord> leaders() {
    return leaders;
  }

  /** Trials whose checkpoints were gone. */
  List<Integer> begunAnew() {
    return begunAnew;
  }

  List<Integer> rounds() {
    return rounds;
  }

  /** The lines of a file, whatever it is called. */
  static StoredLines lines(Path file) {
    return new LocalStorage(file.resolveSibling("")).lines(String.valueOf(file.getFileName()));
  }

  /** Runs to the end; each draw of {@code order} says which trial ends next. */
  List<TrialRecord> run(Path journal, DoubleSupplier order) throws Exception {
    try (Journal fresh = Journal.create(Lab.lines(journal), PROVENANCE)) {
      return run(fresh, journal, History.none(), order, Integer.MAX_VALUE);
    }
  }

  /** Runs until {@code most} legs have ended, or to the end if that comes first. */
  List<TrialRecord> run(Journal journal, Path file, History history, DoubleSupplier order, int most)
      throws Exception {
    history.ended().forEach(trial -> ended.set(trial.trial()));
    history.paused().forEach(paused -> atRungs.set(paused.trial().trial()));
    var schedule =
        new Schedule(sampler, pruner, space, Goal.MINIMIZE, SEED, MAX_EPOCHS, history, LEADERS);
    var checkpoints = new Checkpoints(new RunFolder(file.resolveSibling("")));
    var study =
        new Study(
            schedule, schedule::next, cluster, journal, checkpoints, this, history, Limits.usual());
    var task = new FutureTask<List<TrialRecord>>(() -> study.run().trials());
    var thread = new Thread(task, "study");
    thread.start();
    int steps = 0;
    try {
      while (waits(thread, steps) && steps < most) {
        assertNoSlotIdlesWithoutNeed();
        cluster.endOne(order.getAsDouble());
        steps++;
        assertThat(steps).as("attempts").isLessThanOrEqualTo(sampler.trials() * MOST_ATTEMPTS);
      }
    } finally {
      thread.interrupt();
    }
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException && steps == most) {
        return List.of();
      }
      throw e;
    }
  }

  /** Whether the study has digested {@code steps} ends and waits; false once it is over. */
  private boolean waits(Thread study, int steps) {
    long start = System.nanoTime();
    while (study.isAlive()) {
      if (digested.get() == steps && study.getState() == Thread.State.WAITING) {
        return true;
      }
      assertThat(System.nanoTime() - start)
          .as("nanoseconds in which the listener heard of %s ends of %d", digested, steps)
          .isLessThan(PATIENCE.toNanos());
      LockSupport.parkNanos(20_000);
    }
    return false;
  }

  /** The sampler is the only reason for a slot without a trial. */
  private void assertNoSlotIdlesWithoutNeed() {
    var begun = (BitSet) ended.clone();
    begun.or(atRungs);
    cluster.submitted().forEach(leg -> begun.set(leg.trial()));
    int next = begun.nextClearBit(0);
    boolean samplerHoldsBack =
        next >= sampler.trials() || ended.nextClearBit(0) < sampler.needs(next);
    assertThat(cluster.waiting()).isPositive();
    // One that waits takes over the slot at once, while the study still hears of the end.
    assertThat(cluster.waiting() > cluster.slots() || samplerHoldsBack)
        .as("%d for %d slots, next is trial %d", cluster.waiting(), cluster.slots(), next)
        .isTrue();
  }

  @Override
  public void roundStarted(int round, Region region) {
    rounds.add(round);
  }

  @Override
  public void attemptLost(TrialRequest request, TrialResult result) {
    digested.incrementAndGet();
  }

  @Override
  public void trialMoves(TrialRequest request, TrialResult result) {
    digested.incrementAndGet();
  }

  @Override
  public void begunAnew(Leg leg) {
    begunAnew.add(leg.trial());
  }

  @Override
  public void trialPaused(TrialRecord trial) {
    digested.incrementAndGet();
  }

  @Override
  public void trialEnded(TrialRecord trial) throws IOException {
    ended.set(trial.trial());
    if (trial.result().state() != TrialState.PRUNED) {
      digested.incrementAndGet();
    }
  }

  @Override
  public void newLeader(TrialRecord trial, byte[] model) {
    assertThat(model).containsExactly(trial.trial());
    leaders.add(trial);
  }

  @Override
  public void newBest(TrialRecord trial, byte[] model) {
    best = trial;
  }

  static final Provenance PROVENANCE =
      new Provenance(
          "example", "9 rows", "a1b2", "sweep4j 1", "native; processor", "2026-01-01T00:00:00Z");

  static DoubleSupplier shuffled(long seed) {
    return new SplittableRandom(seed)::nextDouble;
  }

  static DoubleSupplier firstIn() {
    return () -> 0.0;
  }

  static DoubleSupplier lastIn() {
    return () -> Math.nextDown(1.0);
  }

  /** A training whose result depends on the hyperparameters and on nothing else. */
  static TrialOutcome train(Leg leg, int attempt, double costToBeat) {
    Hyperparameters values = leg.request().hyperparameters();
    double rate = values.real(Hyperparameter.LEARNING_RATE);
    double dropout = values.real(Hyperparameter.DROPOUT);
    if (rate > 0.3) {
      return outcome(leg, TrialState.DIVERGED, "epoch 1: the loss is NaN");
    }
    // Some end by themselves between the rungs of a pruner.
    boolean stopsEarly = dropout < 0.1 && leg.untilEpoch() >= 2;
    int epochs = stopsEarly ? 2 : leg.untilEpoch();
    double goal =
        Math.abs(Math.log10(rate) + 2.0)
            + Math.abs(dropout - 0.2)
            + 1.0 / values.whole(Hyperparameter.BATCH_SIZE);
    // A high dropout learns slowly, so that early scores mislead.
    List<Double> curve =
        IntStream.rangeClosed(1, epochs).mapToObj(epoch -> goal + dropout * 9 / epoch).toList();
    double loss = curve.get(epochs - 1);
    boolean pauses = !stopsEarly && epochs < MAX_EPOCHS;
    var score = new Score(loss, 0.5);
    return new TrialOutcome(
        new TrialResult(
            leg.trial(),
            pauses ? TrialState.PAUSED : TrialState.COMPLETED,
            pauses ? null : stopsEarly ? StopReason.EARLY_STOPPING : StopReason.MAX_EPOCHS,
            new Measurement(loss, score, pauses ? null : score, epochs),
            epochs,
            curve,
            1.0,
            "somewhere",
            "cpu",
            1,
            null),
        loss <= costToBeat ? new byte[] {(byte) leg.trial()} : null,
        pauses ? FakeCluster.checkpoint(leg.trial(), epochs) : null);
  }

  /** A trial that ended in {@code state}, without a measurement. */
  static TrialOutcome outcome(Leg leg, TrialState state, String error) {
    return TrialOutcome.ended(TrialResult.withoutMeasurement(leg.trial(), state, error), null);
  }
}
