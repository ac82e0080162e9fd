package sweep4j.driver.search;

import java.util.List;
import java.util.stream.Stream;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Hyperparameters;

/**
 * Tries given configurations before a method's own, which learns from them. They are the trials 0
 * to {@code k - 1}, in round 1 and at once; the method's own trial {@code i} is trial {@code k + i}
 * of the sweep. The method sees it as {@code i}, and the given ones as trials {@code -k .. -1} of
 * another sweep, once it sees anything of this one:
 *
 * <pre>{@code
 * trial       0  1  2  3  4  5        two given, four of the method's own
 * its own           0  1  2  3
 * its needs         0  0  1  1
 * needs       0  0  0  0  3  3
 * }</pre>
 */
public final class TryFirst implements Sampler {
  private final List<double[]> first;
  private final Sampler own;

  /** Results with the numbers that they have for the method. */
  private final Renumbered shown;

  /** Points before those of {@code own}. */
  TryFirst(List<double[]> first, Sampler own) {
    this.first = first;
    this.own = own;
    this.shown = new Renumbered(-first.size());
  }

  /**
   * The sampler of {@code method} with {@code configurations} before its own.
   *
   * @param task of both together: its trials are counted with the configurations, which must not be
   *     more
   * @param configurations as {@link #points} takes them
   */
  public static Sampler of(
      SearchMethod method, SearchTask task, List<Hyperparameters> configurations) {
    if (configurations.isEmpty()) {
      return method.sampler(task);
    }
    int left = task.maxTrials() - configurations.size();
    if (left < 0) {
      throw new IllegalArgumentException(
          "`configurations <= max_trials` must hold, but got (configurations=%d, max_trials=%d)"
              .formatted(configurations.size(), task.maxTrials()));
    }
    List<double[]> first = points(task.space(), configurations, task.seed());
    return new TryFirst(first, left == 0 ? new NoTrials(task.space()) : own(method, task, first));
  }

  private static Sampler own(SearchMethod method, SearchTask task, List<double[]> first) {
    int given = first.size();
    var rest =
        new SearchTask(
            task.space(),
            task.maxTrials() - given,
            task.seed(),
            Stream.concat(task.taken().stream(), first.stream()).toList(),
            trial -> Math.max(0, task.horizon().of(trial + given) - given));
    return new Visited(rest).trials() == 0 ? new NoTrials(task.space()) : method.sampler(rest);
  }

  /**
   * Where the configurations are. What one leaves out is drawn from a stream of its own.
   *
   * @param configurations of parameters of the space, each with values of the space and with those
   *     that decide whether it exists; no two equal
   * @throws IllegalArgumentException if one leaves nothing that the others do not try already
   */
  public static List<double[]> points(
      SearchSpace space, List<Hyperparameters> configurations, long seed) {
    return Completion.points(space, configurations, seed);
  }

  @Override
  public int trials() {
    return first.size() + own.trials();
  }

  @Override
  public int needs(int trial) {
    Prefix.requireTrial(trial, trials());
    int needs = trial < first.size() ? 0 : own.needs(trial - first.size());
    return needs == 0 ? 0 : needs + first.size();
  }

  @Override
  public int round(int trial) {
    Prefix.requireTrial(trial, trials());
    return trial < first.size() ? 1 : own.round(trial - first.size());
  }

  @Override
  public double[] suggest(int trial, List<Observation> results) {
    Prefix.require(results, needs(trial));
    return trial < first.size()
        ? first.get(trial).clone()
        : own.suggest(trial - first.size(), shown.of(results));
  }

  @Override
  public Region region(int round, List<Observation> results) {
    return own.region(round, shown.of(results));
  }
}
