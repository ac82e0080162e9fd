package sweep4j.driver.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets a sampler learn from the results of an earlier run, as if they had ended before its own
 * first trial. They come before all others, with the numbers {@code -n .. -1}.
 */
public final class WarmStart implements Sampler {
  private final List<Observation> earlier;
  private final Sampler sampler;

  private WarmStart(List<Observation> earlier, Sampler sampler) {
    this.earlier = earlier;
    this.sampler = sampler;
  }

  /**
   * {@code sampler}, led by earlier results.
   *
   * @param earlier in the order of their trials; their numbers do not matter
   */
  public static Sampler of(Sampler sampler, List<Observation> earlier) {
    if (earlier.isEmpty()) {
      return sampler;
    }
    List<Observation> numbered = new ArrayList<>();
    for (Observation each : earlier) {
      numbered.add(new Observation(numbered.size() - earlier.size(), each.point(), each.cost()));
    }
    return new WarmStart(List.copyOf(numbered), sampler);
  }

  @Override
  public int trials() {
    return sampler.trials();
  }

  @Override
  public int needs(int trial) {
    return sampler.needs(trial);
  }

  @Override
  public int round(int trial) {
    return sampler.round(trial);
  }

  @Override
  public double[] suggest(int trial, List<Observation> results) {
    return sampler.suggest(trial, withEarlier(results));
  }

  @Override
  public Region region(int round, List<Observation> results) {
    return sampler.region(round, withEarlier(results));
  }

  private List<Observation> withEarlier(List<Observation> results) {
    var all = new ArrayList<Observation>(earlier.size() + results.size());
    all.addAll(earlier);
    all.addAll(results);
    return all;
  }
}
