package sweep4j.driver.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The points of the trials from 0 up to the next, as a {@link ModelSampler} follows them: of
 * finished trials from their results, of those after them from what it suggested itself. All points
 * are landed, and NaN where a trial has no such parameter.
 */
final class Trail {
  private final Landing landing;
  private final Visited visited;

  /** How many points the sweep tries besides the sampler's; see {@link SearchTask#taken}. */
  private final int taken;

  /** The first trial whose suggestion was worked out here. */
  private final int first;

  private final int others;
  private final List<double[]> suggested = new ArrayList<>();
  private final List<double[]> points = new ArrayList<>();

  /** The results seen, as they were given and landed. */
  private List<Observation> results = List.of();

  private final List<Observation> observed = new ArrayList<>();

  /** A trail that begins after the trials of {@code results}. */
  Trail(Landing landing, SearchTask task, List<Observation> results) {
    this.landing = landing;
    this.visited = Visited.ofAll(task);
    this.taken = task.taken().size();
    this.others = Prefix.others(results);
    this.first = results.size() - others;
    see(results);
    for (Observation trial : observed.subList(others, observed.size())) {
      points.add(trial.point());
      visited.add(trial.point());
    }
  }

  /** The number of the trial that is to be suggested next. */
  int next() {
    return points.size();
  }

  /** What the trials up to the next are in. */
  Visited visited() {
    return visited;
  }

  /**
   * Whether a trail that began with {@code given} would lead to {@code trial} by the same points as
   * this one: if the results are the same as far as both go, and those beyond are of trials that
   * were suggested here.
   */
  boolean leadsTo(int trial, List<Observation> given) {
    if (trial < first || Prefix.others(given) != others || given.size() - others > next()) {
      return false;
    }
    int both = Math.min(results.size(), given.size());
    if (!results.subList(0, both).equals(given.subList(0, both))) {
      return false;
    }
    for (Observation later : given.subList(both, given.size())) {
      if (later.trial() < 0
          || !Arrays.equals(landing.land(later.point()), points.get(later.trial()))) {
        return false;
      }
    }
    return true;
  }

  /** Takes in results of which this trail {@link #leadsTo knows} the first, and perhaps all. */
  void see(List<Observation> given) {
    if (given.size() > results.size()) {
      for (Observation later : given.subList(results.size(), given.size())) {
        // So that a model need not ask: what is no number is no cost.
        double cost = Double.isFinite(later.cost()) ? later.cost() : Double.POSITIVE_INFINITY;
        observed.add(new Observation(later.trial(), landing.land(later.point()), cost));
      }
      results = List.copyOf(given);
    }
  }

  /** What the next trial may know if it needs the first {@code needs} trials. */
  Evidence evidence(int needs) {
    int shown = needs > 0 ? others + needs : ofEarlierRuns();
    return new Evidence(observed.subList(0, shown), points.subList(needs, next()));
  }

  private int ofEarlierRuns() {
    int count = 0;
    while (count < others && observed.get(count).trial() < -taken) {
      count++;
    }
    return count;
  }

  /** Takes the next trial's suggestion, which {@link #visited} knows already. */
  void add(double[] suggestion) {
    suggested.add(suggestion);
    points.add(landing.existing(suggestion));
  }

  double[] suggested(int trial) {
    return suggested.get(trial - first);
  }
}
