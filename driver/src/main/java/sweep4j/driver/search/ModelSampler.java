package sweep4j.driver.search;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Seeds;
import sweep4j.trial.Seeds.Stream;

/**
 * A sampler that learns from all results but those of the latest trials. It starts with points of a
 * {@link ScrambledSobol}; then a {@link Proposer} says where to go, given the results that are to
 * be seen, and the points, but not the costs, of the trials between those and the one to be chosen.
 *
 * <p>Those points are worked out from the results too, so a suggestion depends on nothing else. The
 * first question costs as many suggestions as there are such trials; after it each costs one.
 *
 * <p>As long as no trial has a cost, the Sobol sequence goes on. In a finite space no combination
 * comes twice.
 */
final class ModelSampler implements Sampler {
  private final SearchTask task;
  private final Proposer proposer;
  private final int startup;
  private final int trials;
  private final int lag;
  private final Landing landing;
  private final ScrambledSobol sobol;

  /** What was worked out last, because each trial goes on from the one before. */
  private @Nullable Trail latest;

  /**
   * Makes the sampler.
   *
   * @param startup how many points are known before the model is asked, those of other sweeps
   *     included; at least 1
   * @param lag of a sweep of so many trials
   */
  ModelSampler(SearchTask task, int startup, IntUnaryOperator lag, Proposer proposer) {
    this.task = task;
    this.proposer = proposer;
    this.startup = startup;
    this.trials = new Visited(task).trials();
    this.lag = lag.applyAsInt(trials);
    this.landing = new Landing(task.space());
    this.sobol = new ScrambledSobol(task.space().dimensions(), task.seed());
  }

  @Override
  public int trials() {
    return trials;
  }

  @Override
  public int needs(int trial) {
    int known = Prefix.requireTrial(trial, trials) < startup ? 0 : Math.max(0, trial - lag);
    return Math.min(known, task.horizon().of(trial));
  }

  @Override
  public int round(int trial) {
    Prefix.requireTrial(trial, trials);
    return 1;
  }

  @Override
  public Region region(int round, List<Observation> results) {
    return Region.whole(task.space());
  }

  @Override
  public synchronized double[] suggest(int trial, List<Observation> results) {
    Prefix.require(results, needs(trial));
    Trail trail = latest;
    if (trail == null || !trail.leadsTo(trial, results)) {
      trail = new Trail(landing, task, results);
    }
    trail.see(results);
    while (trail.next() <= trial) {
      trail.add(next(trail));
    }
    latest = trail;
    return trail.suggested(trial).clone();
  }

  private double[] next(Trail trail) {
    int trial = trail.next();
    Evidence evidence = trail.evidence(needs(trial));
    var random = Seeds.random(task.seed(), Stream.SUGGESTION, trial);
    boolean starting =
        evidence.observed().size() + evidence.pending().size() < startup
            || evidence.withCost() == 0;
    List<double[]> wanted =
        starting
            ? List.of(landing.land(sobol.point(trial)))
            : proposer.propose(evidence, random.split());
    // Where a parameter does not exist, many proposals may be one combination.
    int proposals = Math.min(wanted.size(), Visited.ATTEMPTS / 2);
    return trail
        .visited()
        .next(
            attempt ->
                attempt < proposals
                    ? wanted.get(attempt)
                    : landing.land(random.doubles(task.space().dimensions()).toArray()));
  }
}
