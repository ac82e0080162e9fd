package sweep4j.driver.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.search.SearchMethod.CoarseToFine;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Seeds;
import sweep4j.trial.Seeds.Stream;

/**
 * First broad, then each round inside a smaller region around the best trials so far. A round is a
 * {@link LatinHypercube} over its region; {@link RegionRule} says how regions are found, {@link
 * Rounds} how trials are divided and what a round waits for. All of it happens in the unit cube, so
 * a logarithmic parameter narrows in its exponent.
 *
 * <p>In a finite space no combination comes twice. When a region has none left, draws come from
 * wider and wider ones around it.
 */
final class CoarseToFineSampler implements Sampler {
  private final SearchTask task;
  private final SearchSpace space;
  private final Rounds rounds;
  private final RegionRule rule;

  /** What was worked out last, because a round's trials all ask for the same. */
  private volatile @Nullable Plan latest;

  /**
   * A round worked out.
   *
   * @param results what it was worked out from
   * @param points of all trials up to the end of this round
   */
  private record Plan(int round, List<Observation> results, Region region, List<double[]> points) {}

  CoarseToFineSampler(SearchTask task, CoarseToFine settings) {
    this.task = task;
    this.space = task.space();
    this.rounds = Rounds.of(new Visited(task).trials(), settings.rounds());
    this.rule = new RegionRule(settings.keep(), settings.shrink());
  }

  @Override
  public int trials() {
    return rounds.trials();
  }

  @Override
  public int needs(int trial) {
    return needsOf(round(trial));
  }

  @Override
  public int round(int trial) {
    return rounds.of(Prefix.requireTrial(trial, trials()));
  }

  @Override
  public double[] suggest(int trial, List<Observation> results) {
    return plan(round(trial), results).points().get(trial).clone();
  }

  @Override
  public Region region(int round, List<Observation> results) {
    return plan(round, results).region();
  }

  /** Works out the rounds one after another, each from its own part of the results. */
  private Plan plan(int round, List<Observation> results) {
    Prefix.require(results, needsOf(round));
    Plan plan = latest;
    if (plan == null || plan.round() > round || !startsWith(results, plan.results())) {
      plan = next(null, seenBy(1, results));
    }
    while (plan.round() < round) {
      plan = next(plan, seenBy(plan.round() + 1, results));
    }
    latest = plan;
    return plan;
  }

  /** How many of the first trials {@code round} waits for. */
  private int needsOf(int round) {
    return Math.min(rounds.needs(round), task.horizon().of(rounds.first(round)));
  }

  /**
   * What {@code round} looks at. A round that waits for nothing looks at nothing: other sweeps'
   * results that come with a later round's must not change it.
   */
  private List<Observation> seenBy(int round, List<Observation> results) {
    int needs = needsOf(round);
    return needs == 0 ? List.of() : results.subList(0, Prefix.others(results) + needs);
  }

  private static boolean startsWith(List<Observation> results, List<Observation> start) {
    return start.size() <= results.size() && results.subList(0, start.size()).equals(start);
  }

  private Plan next(@Nullable Plan before, List<Observation> results) {
    int round = before == null ? 1 : before.round() + 1;
    List<double[]> points = before == null ? new ArrayList<>() : new ArrayList<>(before.points());
    Region region = rule.around(space, results, round);
    var random = Seeds.random(task.seed(), Stream.SUGGESTION, round);
    double[][] spread = LatinHypercube.draw(rounds.size(round), space.dimensions(), random);
    var visited = new Visited(task);
    points.forEach(visited::add);
    for (double[] even : spread) {
      points.add(
          visited.next(
              attempt ->
                  attempt == 0
                      ? region.point(space, even)
                      : region
                          .widened(space, widening(attempt))
                          .point(space, random.doubles(even.length).toArray())));
    }
    return new Plan(round, List.copyOf(results), region, List.copyOf(points));
  }

  /** Slow at first, so that what is left near the region is found before what is far from it. */
  private static double widening(int attempt) {
    double share = (double) attempt / (Visited.ATTEMPTS - 1);
    return share * share;
  }
}
