package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import sweep4j.driver.space.Domain;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;

/**
 * What every sampler must keep.
 *
 * @param sampler from a sweep's seed
 * @param seeded whether the seed may change the points
 */
record SamplerContract(
    String name, SearchSpace space, boolean seeded, LongFunction<Sampler> sampler) {

  /** The whole contract. */
  void check(long seed) {
    numbersAreHonest(seed);
    pointsAreLegal(seed);
    aSeedGivesOneAnswer(seed);
    onlyThePrefixMatters(seed);
    withoutAnyCostTheWholeSpaceIsSearched(seed);
    noCombinationTwice(seed);
  }

  /** A sampler that waits for the trial it is asked for, or for a later one, would hang a sweep. */
  void numbersAreHonest(long seed) {
    Sampler tested = sampler.apply(seed);
    assertThat(tested.trials()).isPositive();
    assertThat(tested.round(0)).isEqualTo(1);
    for (int trial = 0; trial < tested.trials(); trial++) {
      assertThat(tested.needs(trial)).isBetween(0, trial);
      if (trial > 0) {
        assertThat(tested.needs(trial)).isGreaterThanOrEqualTo(tested.needs(trial - 1));
        assertThat(tested.round(trial) - tested.round(trial - 1)).isBetween(0, 1);
      }
    }
  }

  void pointsAreLegal(long seed) {
    for (double[] point : run(seed).points()) {
      assertThat(point).hasSize(space.dimensions());
      assertThat(Arrays.stream(point)).allMatch(unit -> 0.0 <= unit && unit <= 1.0);
      // The record refuses values of a wrong type or out of bounds.
      var set = space.at(point).set();
      for (Parameter parameter : space.parameters()) {
        boolean exists =
            parameter.conditions().stream()
                .allMatch(
                    condition ->
                        condition.values().stream()
                            .anyMatch(Predicate.isEqual(set.get(condition.on()))));
        assertThat(set.containsKey(parameter.hyperparameter())).isEqualTo(exists);
      }
    }
  }

  void aSeedGivesOneAnswer(long seed) {
    assertSame(run(seed).points(), run(seed).points());
    boolean changed = differs(run(seed).points(), run(seed + 1).points());
    assertThat(changed).as("another seed gives other points").isEqualTo(seeded);
  }

  /**
   * The sampler is first led through a sweep whose later results differ, so that anything it kept
   * of them would show, and is then asked again, last trial first.
   */
  void onlyThePrefixMatters(long seed) {
    Replay expected = run(seed);
    int trials = expected.points().size();
    for (int changedFrom : new int[] {0, trials / 4, trials / 2, 3 * trials / 4, trials}) {
      Sampler tested = sampler.apply(seed);
      List<Observation> changed = new ArrayList<>();
      for (int trial = 0; trial < trials; trial++) {
        double[] point =
            tested.suggest(trial, List.copyOf(changed.subList(0, tested.needs(trial))));
        double before = expected.results().get(trial).cost();
        changed.add(
            new Observation(
                trial, Replay.shown(space, point), trial < changedFrom ? before : -1.0 - trial));
      }
      for (int trial = trials - 1; trial >= 0; trial--) {
        int needs = tested.needs(trial);
        if (needs <= changedFrom) {
          assertThat(tested.suggest(trial, List.copyOf(changed.subList(0, needs))))
              .as("trial %s, results changed from %s", trial, changedFrom)
              .containsExactly(expected.points().get(trial));
        }
      }
    }
  }

  /** Diverged trials say nothing of where to look; a sampler must not be led by them, or fail. */
  void withoutAnyCostTheWholeSpaceIsSearched(long seed) {
    Replay diverged = Replay.of(sampler.apply(seed), space, point -> Double.POSITIVE_INFINITY);
    // Where every combination is tried, each is tried once, whatever its share.
    boolean all =
        Cells.ifFinite(space).filter(cells -> cells.count() == trials(diverged)).isPresent();
    if (trials(diverged) < 100 || all) {
      return;
    }
    for (int dimension = 0; dimension < space.dimensions(); dimension++) {
      int coordinate = dimension;
      double[] units = diverged.points().stream().mapToDouble(p -> p[coordinate]).toArray();
      Domain domain = space.varying().get(dimension).domain();
      if (domain.levels() == 0) {
        assertEvenlySpread(units);
      } else {
        assertSharesKept(units, domain);
      }
    }
  }

  private static int trials(Replay replay) {
    return replay.points().size();
  }

  private static void assertEvenlySpread(double[] units) {
    int bins = 10;
    for (int bin = 0; bin < bins; bin++) {
      double low = (double) bin / bins;
      double high = (bin + 1.0) / bins;
      long count = Arrays.stream(units).filter(unit -> low <= unit && unit < high).count();
      assertThat((double) count).isCloseTo(units.length / 10.0, within(slack(units.length, 0.1)));
    }
    // No draw of n within 20/n of an end has a chance of e^-20.
    assertThat(Arrays.stream(units).min().orElseThrow()).isLessThan(20.0 / units.length);
    assertThat(Arrays.stream(units).max().orElseThrow()).isGreaterThan(1 - 20.0 / units.length);
  }

  private static void assertSharesKept(double[] units, Domain domain) {
    int fine = 100_000;
    int levels = domain.levels();
    double[] shares = new double[levels];
    IntStream.range(0, fine).forEach(i -> shares[domain.levelAt((i + 0.5) / fine)] += 1.0 / fine);
    long[] counts = new long[levels];
    Arrays.stream(units).forEach(unit -> counts[domain.levelAt(unit)]++);
    for (int level = 0; level < levels; level++) {
      double slack = slack(units.length, shares[level]);
      assertThat((double) counts[level]).isCloseTo(shares[level] * units.length, within(slack));
    }
    assertThat(counts[0]).isPositive();
    assertThat(counts[levels - 1]).isPositive();
  }

  /** Six standard deviations of a binomial count: a false alarm in 10^8; strata stay far below. */
  private static double slack(int draws, double share) {
    return 6.0 * Math.sqrt(draws * share * (1.0 - share));
  }

  void noCombinationTwice(long seed) {
    List<double[]> points = run(seed).points();
    assertThat(points.stream().map(point -> space.at(point)).distinct()).hasSize(points.size());
  }

  /**
   * A bowl in what exists; every seventh point or so diverges, by its own coordinates and not by
   * its number.
   */
  private Replay run(long seed) {
    return Replay.of(
        sampler.apply(seed),
        space,
        point -> {
          double cost =
              Arrays.stream(Replay.shown(space, point))
                  .filter(unit -> !Double.isNaN(unit))
                  .map(unit -> (unit - 0.3) * (unit - 0.3))
                  .sum();
          return cost * 1e4 % 7 < 1 ? Double.POSITIVE_INFINITY : cost;
        });
  }

  private static void assertSame(List<double[]> some, List<double[]> others) {
    assertThat(differs(some, others)).as("two runs with one seed differ").isFalse();
  }

  private static boolean differs(List<double[]> some, List<double[]> others) {
    return !Arrays.deepEquals(some.toArray(), others.toArray());
  }

  @Override
  public String toString() {
    return name;
  }
}
