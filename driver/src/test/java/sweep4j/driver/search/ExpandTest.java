package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.driver.search.SearchMethod.CoarseToFine;
import sweep4j.driver.space.IntLogUniform;
import sweep4j.driver.space.LogUniform;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;
import sweep4j.driver.space.Uniform;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ParameterValue.Whole;

/** Coarse-to-fine with {@code expand: true}. */
class ExpandTest {
  private static final CoarseToFine EXPANDING = new CoarseToFine(5, 0.05, 0.6, true);
  private static final SearchSpace DECLARED =
      new SearchSpace(
          List.of(
              new Parameter(Hyperparameter.LEARNING_RATE, new LogUniform(1e-5, 1e-3)),
              new Parameter(Hyperparameter.DROPOUT, new Uniform(0.0, 0.5)),
              new Parameter(Hyperparameter.BATCH_SIZE, Spaces.wholes(16, 32, 64, 128)),
              new Parameter(Hyperparameter.HIDDEN_UNITS, new IntLogUniform(8, 64))));
  private static final SearchSpace SEARCHED = EXPANDING.searched(DECLARED);

  private static Replay run(long seed, double bestRate) {
    return Replay.of(sampler(seed), SEARCHED, cost(bestRate));
  }

  private static Sampler sampler(long seed) {
    return EXPANDING.sampler(SearchTask.of(SEARCHED, 60, seed));
  }

  private static ToDoubleFunction<double[]> cost(double bestRate) {
    return point -> {
      Hyperparameters values = SEARCHED.at(point);
      double rate = Math.log10(values.real(Hyperparameter.LEARNING_RATE) / bestRate);
      double width = Math.log(values.widths(Hyperparameter.HIDDEN_UNITS).get(0) / 20.0);
      return Math.abs(rate) + 0.1 * Math.abs(width);
    };
  }

  private static double rate(double[] point) {
    return SEARCHED.at(point).real(Hyperparameter.LEARNING_RATE);
  }

  /** The optimum is a factor of ten beyond the declared range. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anOptimumBeyondTheEdgeIsFound(long seed) {
    // Within a factor of two; the nearest declared rate is off by ten.
    assertThat(rate(run(seed, 1e-2).best())).isBetween(5e-3, 2e-2);
    assertThat(rate(run(seed, 1e-6).best())).isBetween(5e-7, 2e-6);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aSearchWhoseBestLieInsideNeverLeaves(long seed) {
    // The second is near the edge, a fifth of the range from it, and not at it.
    for (double bestRate : new double[] {1e-4, 4e-4}) {
      assertThat(run(seed, bestRate).points())
          .allSatisfy(point -> assertThat(rate(point)).isBetween(0.999999e-5, 1.000001e-3));
    }
  }

  /** Round 1 is the declared space, evenly: every tenth of each range has two of 20 trials. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theFirstRoundCoversWhatIsDeclared(long seed) {
    Sampler sampler =
        new CoarseToFine(3, 0.05, 0.6, true).sampler(SearchTask.of(SEARCHED, 60, seed));
    List<double[]> first =
        IntStream.range(0, 20).mapToObj(trial -> sampler.suggest(trial, List.of())).toList();
    long[] tenths = new long[10];
    first.forEach(point -> tenths[(int) (5 * (Math.log10(rate(point)) + 5))]++);
    assertThat(tenths).containsOnly(2);
    assertThat(first)
        .allMatch(
            point -> {
              int units = SEARCHED.at(point).widths(Hyperparameter.HIDDEN_UNITS).get(0);
              return 8 <= units && units <= 64;
            });
  }

  /** Who leaves a value open asks for one of the range in the file. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatTryFirstLeavesOutIsDrawnFromWhatIsDeclared(long seed) {
    List<Hyperparameters> wanted =
        IntStream.of(16, 32, 64, 128)
            .mapToObj(Whole::new)
            .map(size -> new Hyperparameters(Map.of(Hyperparameter.BATCH_SIZE, size)))
            .toList();
    Region declared = Region.declared(SEARCHED);
    assertThat(TryFirst.points(SEARCHED, wanted, seed))
        .allMatch(point -> declared.contains(SEARCHED, point));
  }

  /** All but that it searches the whole cube: without a cost it keeps to what is declared. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void itKeepsTheContractOfSamplers(long seed) {
    var contract = new SamplerContract("expanding", SEARCHED, true, ExpandTest::sampler);
    contract.numbersAreHonest(seed);
    contract.pointsAreLegal(seed);
    contract.aSeedGivesOneAnswer(seed);
    contract.onlyThePrefixMatters(seed);
    Replay diverged = Replay.of(sampler(seed), SEARCHED, point -> Double.POSITIVE_INFINITY);
    Region declared = Region.declared(SEARCHED);
    assertThat(diverged.points()).allMatch(point -> declared.contains(SEARCHED, point));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aMovedRangeIsShownBesideTheDeclared(long seed) {
    Replay replay = run(seed, 1.0);
    List<Narrowing> narrowings = replay.region(sampler(seed), 4).describe(SEARCHED);
    assertThat(narrowings.get(0).toString()).startsWith("learning_rate 1.0E-5..0.001 -> 0.0");
    assertThat(narrowings.get(0).kept())
        .isInstanceOfSatisfying(
            Narrowing.Range.class,
            kept -> assertThat(Double.parseDouble(kept.high().toString())).isGreaterThan(2e-3));
    assertThat(replay.region(sampler(seed), 1).describe(SEARCHED))
        .extracting(Narrowing::toString)
        .containsExactly(
            "learning_rate 1.0E-5..0.001",
            "dropout 0.0..0.5",
            "batch_size 16..128",
            "hidden_units 8..64");
  }
}
