package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sweep4j.driver.search.Region.Interval;
import sweep4j.driver.search.Region.Levels;
import sweep4j.driver.search.SearchMethod.CoarseToFine;
import sweep4j.driver.space.IntUniform;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;
import sweep4j.driver.space.Uniform;
import sweep4j.trial.Hyperparameter;

class CoarseToFineSamplerTest {
  private static final SearchSpace SPACE = Spaces.mixed();

  static Stream<Arguments> landscapes() {
    return Stream.of(
        Arguments.of("a corner", cost(point -> Arrays.stream(point).sum())),
        Arguments.of("the other corner", cost(point -> -Arrays.stream(point).sum())),
        Arguments.of("all equal", cost(point -> 1.0)),
        Arguments.of("inside", cost(point -> Math.hypot(point[0] - 0.4, point[1] - 0.6))),
        Arguments.of("mostly diverged", cost(p -> p[0] < 0.8 ? Double.POSITIVE_INFINITY : p[1])),
        Arguments.of("all diverged", cost(point -> Double.NaN)));
  }

  private static ToDoubleFunction<double[]> cost(ToDoubleFunction<double[]> cost) {
    return cost;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("landscapes")
  void everyRoundDrawsFromItsRegionAndRegionsShrink(String name, ToDoubleFunction<double[]> cost) {
    for (long seed = 0; seed < 10; seed++) {
      Sampler sampler = new CoarseToFine(4).sampler(SearchTask.of(SPACE, 80, seed));
      Replay replay = Replay.of(sampler, SPACE, cost);
      double expected = 1.0;
      for (int round = 1; round <= 4; round++) {
        Region region = replay.region(sampler, round);
        for (int trial = 0; trial < 80; trial++) {
          if (sampler.round(trial) == round) {
            assertThat(region.contains(SPACE, replay.points().get(trial))).isTrue();
          }
        }
        for (Region.Side side : region.sides()) {
          if (side instanceof Interval interval) {
            // Constructing an interval checks that it lies in [0, 1]; the rest is rounding.
            assertThat(interval.width()).isCloseTo(expected, within(1e-12));
          } else {
            assertThat(((Levels) side).levels()).isNotEmpty().isSubsetOf(0, 1, 2);
          }
        }
        expected *= name.equals("all diverged") ? 1.0 : 0.5;
      }
    }
  }

  /** A box cut at the edge would draw too densely there, and too little beside it. */
  @Test
  void aRegionAtAnEdgeIsMovedInsideAndNotCut() {
    var rule = new RegionRule(0.1, 0.4);
    var space = Spaces.fourDimensions();
    var corner = List.of(new Observation(0, new double[] {0.0, 1.0, 0.01, 0.5}, 1.0));
    double width = rule.width(3);
    assertThat(rule.around(space, corner, 3).sides())
        .containsExactly(
            new Interval(0.0, width),
            new Interval(1.0 - width, 1.0),
            new Interval(0.0, width),
            new Interval(0.5 - width / 2, 0.5 - width / 2 + width));
  }

  @Test
  void theVeryBestStaysInTheMiddleTwoThirds() {
    var rule = new RegionRule(0.1, 0.4);
    var space = Spaces.only(Hyperparameter.DROPOUT, new Uniform(0, 0.5));
    var side = (Interval) rule.around(space, costs(0.3, 0.9, 0.9), 3).sides().get(0);
    // The weighted mean is 0.57; the box goes as far towards it as the best at 0.3 allows.
    assertThat(side.low() + side.width() / 6).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void aTenthOfManyTrialsLeadsAndThreeOfFew() {
    var space = Spaces.only(Hyperparameter.DROPOUT, new Uniform(0, 0.5));
    double[] many = new double[60];
    Arrays.fill(many, 0.9);
    Arrays.fill(many, 0, 6, 0.4);
    // Were a seventh counted, or only three, the centre would not be that of the first six alone.
    many[3] = 0.5;
    double mean = (0.4 * (1 + 0.5 + 1.0 / 3 + 0.2 + 1.0 / 6) + 0.5 / 4) / 2.45;
    assertThat(centre(new RegionRule(0.1, 0.5), space, many)).isCloseTo(mean, within(1e-12));
    double three = (0.4 + 0.5 / 2 + 0.6 / 3) / (11.0 / 6);
    assertThat(centre(new RegionRule(0.1, 0.5), space, 0.4, 0.5, 0.6, 0.9))
        .isCloseTo(three, within(1e-12));
  }

  private static double centre(RegionRule rule, SearchSpace space, double... best) {
    var side = (Interval) rule.around(space, costs(best), 2).sides().get(0);
    return (side.low() + side.high()) / 2;
  }

  /** Trials of one coordinate each, the better before the worse. */
  private static List<Observation> costs(double... units) {
    return IntStream.range(0, units.length)
        .mapToObj(trial -> new Observation(trial, new double[] {units[trial]}, trial))
        .toList();
  }

  /** A learning rate of trials that have none would drag the region to nowhere. */
  @Test
  void aTrialWithoutTheParameterSaysNothingAboutIt() {
    var rule = new RegionRule(0.1, 0.5);
    SearchSpace space = Spaces.mixed();
    double[] none = {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    double[] some = {0.4, Double.NaN, 0.4, 0.4, 0.5};
    List<Observation> results =
        List.of(
            new Observation(0, none, 1.0),
            new Observation(1, none, 2.0),
            new Observation(2, none, 3.0),
            new Observation(3, some, 4.0));
    assertThat(rule.around(space, results, 2).sides())
        .containsExactly(
            new Interval(0.15000000000000002, 0.65),
            new Interval(0.0, 1.0),
            new Interval(0.15000000000000002, 0.65),
            new Interval(0.15000000000000002, 0.65),
            new Levels(List.of(0, 1, 2)));
  }

  @Test
  void theUsualSettings() {
    assertThat(IntStream.of(1, 16, 39, 40, 60, 85, 2000).map(CoarseToFine::usualRounds))
        .containsExactly(3, 3, 3, 4, 6, 8, 8);
    assertThat(IntStream.of(1, 2, 3, 4, 5, 6, 9).mapToDouble(CoarseToFine::usualShrink))
        .containsExactly(0.42, 0.42, 0.42, 0.5, 0.59, 0.66, 0.66);
    assertThat(new CoarseToFine(4)).isEqualTo(new CoarseToFine(4, 0.05, 0.5, false));
  }

  @Test
  void levelsWithEvidenceAgainstThemAreDrawnNoMore() {
    Sampler sampler = new CoarseToFine(2).sampler(SearchTask.of(SPACE, 60, 1));
    // Names below: "elu" is level 2 of three, and everything else costs more.
    Replay replay =
        Replay.of(sampler, SPACE, point -> point[4] > 2.0 / 3 ? point[0] : 10 + point[0]);
    assertThat(replay.region(sampler, 1).sides().get(4)).isEqualTo(new Levels(List.of(0, 1, 2)));
    assertThat(replay.region(sampler, 2).sides().get(4)).isEqualTo(new Levels(List.of(2)));
    assertThat(replay.points().subList(30, 60).stream().map(SPACE::at))
        .allMatch(values -> values.text(Hyperparameter.ACTIVATION).equals("elu"));
  }

  /** A round of results must not move the region of that round, or it could not be printed. */
  @Test
  void trialsAfterThePrefixAreNotLookedAt() {
    Sampler sampler = new CoarseToFine(3).sampler(SearchTask.of(SPACE, 60, 1));
    assertThat(IntStream.of(0, 19, 20, 39, 40, 59).map(sampler::needs))
        .containsExactly(0, 0, 17, 17, 37, 37);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sampler.suggest(20, List.of()))
        .withMessageContainingAll("first 17", "got 0");
    List<Observation> shuffled =
        IntStream.range(0, 17).mapToObj(i -> new Observation(16 - i, new double[0], 0.0)).toList();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sampler.suggest(20, shuffled))
        .withMessageContaining("order");
  }

  @Test
  void everyLevelInsideARegionCanBeDrawn() {
    var space = Spaces.only(Hyperparameter.BATCH_SIZE, new IntUniform(1, 200));
    Sampler sampler = new CoarseToFine(2).sampler(SearchTask.of(space, 100, 3));
    Replay replay = Replay.of(sampler, space, point -> Math.abs(point[0] - 0.5));
    Interval side = (Interval) replay.region(sampler, 2).sides().get(0);
    // 50 draws, one in each stratum of a region of 70 levels: every tenth of it has some.
    for (int tenth = 0; tenth < 10; tenth++) {
      double low = side.low() + tenth * side.width() / 10;
      assertThat(replay.points().subList(50, 100))
          .anyMatch(point -> low <= point[0] && point[0] <= low + side.width() / 10);
    }
  }

  /** A mean that took in what does not exist would be NaN, and so would every point after it. */
  @Test
  void aParameterIsNarrowedByTheBestThatHaveIt() {
    var rule = new RegionRule(0.05, 0.5);
    var space =
        new SearchSpace(
            List.of(
                new Parameter(Hyperparameter.DROPOUT, new Uniform(0.0, 0.5)),
                new Parameter(Hyperparameter.LAMBDA, new Uniform(0.0, 1.0)),
                new Parameter(Hyperparameter.ACTIVATION, Spaces.texts("relu", "tanh", "elu")),
                new Parameter(Hyperparameter.UPDATER, Spaces.weighted())));
    double none = Double.NaN;
    var results =
        List.of(
            new Observation(0, new double[] {none, none, none, none}, 0.0),
            new Observation(1, new double[] {0.5, none, 0.9, none}, 1.0),
            new Observation(2, new double[] {0.5, none, 0.9, none}, 2.0),
            new Observation(3, new double[] {0.5, none, 0.1, none}, 3.0),
            new Observation(4, new double[] {0.5, none, 0.9, none}, 2.5),
            new Observation(5, new double[] {0.5, none, 0.9, none}, 2.5),
            new Observation(6, new double[] {0.5, none, 0.1, none}, 3.0),
            new Observation(7, new double[] {0.5, none, 0.1, none}, 3.0));
    double width = rule.width(3);

    assertThat(rule.around(space, results, 3).sides())
        .containsExactly(
            new Interval(0.5 - width / 2, 0.5 - width / 2 + width),
            new Interval(0.0, 1.0),
            new Levels(List.of(1, 2)),
            new Levels(List.of(0, 1, 2)));
  }

  /** Names kept by a region must be drawn as the user weighted them, not all alike. */
  @Test
  void levelsOfARegionKeepTheirShares() {
    var space = Spaces.only(Hyperparameter.UPDATER, Spaces.weighted());
    var region = new Region(List.of(new Levels(List.of(0, 2))));
    // sgd has 3 parts and adam 1, nesterovs between them is left out.
    assertThat(
            Stream.of(0.0, 0.749, 0.751, 1.0)
                .map(unit -> space.at(region.point(space, new double[] {unit})))
                .map(values -> values.text(Hyperparameter.UPDATER)))
        .containsExactly("sgd", "sgd", "adam", "adam");
  }

  /** When the region has nothing new left, the rest of the space is taken, near things first. */
  @Test
  void aFiniteSpaceIsUsedUpWithoutRepeats() {
    var space = Spaces.finite();
    Sampler sampler = new CoarseToFine(4).sampler(SearchTask.of(space, 500, 9));
    Replay replay = Replay.of(sampler, space, point -> point[0] + point[1]);
    assertThat(sampler.trials()).isEqualTo(120);
    assertThat(replay.points().stream().map(space::at)).doesNotHaveDuplicates().hasSize(120);
  }

  @Test
  void aRegionIsDescribedInValuesOfTheParameters() {
    var region =
        new Region(
            List.of(
                new Interval(0.25, 0.75),
                new Interval(0.0, 1.0),
                new Interval(0.3, 0.8),
                new Interval(0.999, 1.0),
                new Levels(List.of(0, 2))));
    assertThat(region.describe(SPACE))
        .extracting(Narrowing::toString)
        .containsExactly(
            "learning_rate 1.0E-5..0.1 -> 1.0E-4..0.01",
            "dropout 0.0..0.6",
            "batch_size 16..128 -> 32..128",
            "hidden_units 8..64 -> 64",
            "activation relu, tanh, elu -> relu, elu");
  }

  @Test
  void aSideIsNeverEmpty() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Interval(0.5, 0.4))
        .withMessageContainingAll("low <= high", "low=0.5", "high=0.4");
    assertThatIllegalArgumentException().isThrownBy(() -> new Levels(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new CoarseToFine(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CoarseToFine(3, 0.0, 0.5, false))
        .withMessage("`0 < keep <= 1` must hold, but got (keep=0.0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CoarseToFine(3, 0.1, 1.0, false))
        .withMessage("`0 < shrink < 1` must hold, but got (shrink=1.0)");
  }
}
