package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.driver.search.SearchMethod.CoarseToFine;
import sweep4j.driver.search.SearchMethod.Grid;
import sweep4j.driver.search.SearchMethod.Random;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;

/** Prevents that what a person asks for is tried late, changed, twice, or not learned from. */
class TryFirstTest {
  private static final SearchSpace SPACE = Spaces.conditional();
  private static final SearchSpace FINITE = Spaces.conditionalFinite();

  /** One that leaves much open, one that leaves the rest of the first one's open, and one more. */
  static final List<Hyperparameters> WANTED =
      List.of(
          configuration(Hyperparameter.BATCH_SIZE, new Whole(48)),
          configuration(Hyperparameter.UPDATER, new Text("adam")),
          configuration(Hyperparameter.UPDATER, new Text("sgd"))
              .with(Hyperparameter.DROPOUT, new Real(0.3)));

  private static Hyperparameters configuration(Hyperparameter key, ParameterValue value) {
    return new Hyperparameters(Map.of(key, value));
  }

  /** Keeps what it is shown, and suggests its own trial's number. */
  private static final class Recording implements Sampler {
    final List<List<Observation>> shown = new ArrayList<>();

    @Override
    public int trials() {
      return 4;
    }

    @Override
    public int needs(int trial) {
      return trial / 2;
    }

    @Override
    public int round(int trial) {
      return trial / 2 + 1;
    }

    @Override
    public double[] suggest(int trial, List<Observation> results) {
      shown.add(results);
      return new double[] {trial};
    }

    @Override
    public Region region(int round, List<Observation> results) {
      shown.add(results);
      return new Region(List.of());
    }
  }

  private static Observation observation(int trial) {
    return new Observation(trial, new double[] {trial}, trial);
  }

  private static List<Observation> observations(int from, int to) {
    return IntStream.range(from, to).mapToObj(TryFirstTest::observation).toList();
  }

  private static List<Observation> renumbered(List<Observation> results, int by) {
    return results.stream()
        .map(each -> new Observation(each.trial() + by, each.point(), each.cost()))
        .toList();
  }

  @Test
  void theNumbersAreAsDocumented() {
    var sampler = new TryFirst(List.of(new double[] {7}, new double[] {8}), new Recording());
    assertThat(sampler.trials()).isEqualTo(6);
    assertThat(IntStream.range(0, 6).map(sampler::needs)).containsExactly(0, 0, 0, 0, 3, 3);
    assertThat(IntStream.range(0, 6).map(sampler::round)).containsExactly(1, 1, 1, 1, 2, 2);
    assertThat(IntStream.range(0, 6).mapToDouble(i -> sampler.suggest(i, seen(sampler, i))[0]))
        .containsExactly(7.0, 8.0, 0.0, 1.0, 2.0, 3.0);
  }

  private static List<Observation> seen(Sampler sampler, int trial) {
    return observations(0, sampler.needs(trial));
  }

  /** The model of a learner would otherwise confuse a wanted trial with one of its own. */
  @Test
  void theMethodSeesTheGivenOnesAsOfAnotherSweep() {
    var own = new Recording();
    var sampler =
        WarmStart.of(
            new TryFirst(List.of(new double[1], new double[1]), own), observations(40, 43));
    sampler.suggest(2, List.of());
    sampler.suggest(4, observations(0, 3));
    sampler.region(2, observations(0, 3));

    List<Observation> earlier = observations(40, 43);
    List<Observation> earlierAlone =
        IntStream.range(0, 3)
            .mapToObj(i -> new Observation(i - 5, earlier.get(i).point(), earlier.get(i).cost()))
            .toList();
    List<Observation> all =
        Stream.concat(earlierAlone.stream(), renumbered(observations(0, 3), -2).stream()).toList();
    assertThat(own.shown).containsExactly(earlierAlone, all, all);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 42, -7})
  void theGivenOnesComeFirstAndAsTheyAre(long seed) {
    Sampler sampler = TryFirst.of(new Random(), SearchTask.of(SPACE, 20, seed), WANTED);
    assertThat(sampler.trials()).isEqualTo(20);
    for (int trial = 0; trial < WANTED.size(); trial++) {
      assertThat(SPACE.at(sampler.suggest(trial, List.of())).set())
          .containsAllEntriesOf(WANTED.get(trial).set());
    }
    // Behind them come the trials that the sweep would have begun with.
    Sampler alone = new Random().sampler(SearchTask.of(SPACE, 17, seed));
    for (int trial = 0; trial < 17; trial++) {
      assertThat(sampler.suggest(trial + 3, List.of())).isEqualTo(alone.suggest(trial, List.of()));
    }
  }

  @Test
  void whatIsLeftOutIsDrawnAnewForEachSeedAndEachConfiguration() {
    List<Hyperparameters> same =
        List.of(WANTED.get(1), WANTED.get(1).with(Hyperparameter.BATCH_SIZE, new Whole(16)));
    assertThat(
            Stream.of(1L, 2L)
                .flatMap(seed -> TryFirst.points(SPACE, same, seed).stream())
                .map(SPACE::at)
                .map(each -> each.real(Hyperparameter.LEARNING_RATE)))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 42, -7})
  void aFiniteSpaceIsTriedOnceAndNoMore(long seed) {
    for (SearchMethod method : List.of(new Grid(), new Random(), new CoarseToFine(3))) {
      Sampler sampler = TryFirst.of(method, SearchTask.of(FINITE, 204, seed), WANTED);
      assertThat(sampler.trials()).isEqualTo(204);
      assertThat(Replay.of(sampler, FINITE, point -> 0.0).points().stream().map(FINITE::at))
          .doesNotHaveDuplicates();
    }
  }

  /** The freer ones must not take the only place of another, whatever their order. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void asManyAsThereAreCanBeGiven(long seed) {
    var part = FINITE.with(configuration(Hyperparameter.UPDATER, new Text("adam")));
    assertThat(Cells.of(part).count()).isEqualTo(24);
    List<Hyperparameters> all = new ArrayList<>();
    for (int size : new int[] {16, 32, 48, 64}) {
      // Six dropouts for each size: one is left open each time, and five are named.
      all.add(configuration(Hyperparameter.BATCH_SIZE, new Whole(size)));
      for (int step = 0; step < 5; step++) {
        all.add(
            configuration(Hyperparameter.BATCH_SIZE, new Whole(size))
                .with(Hyperparameter.DROPOUT, new Real(step / 10.0)));
      }
    }
    List<double[]> points = TryFirst.points(part, all, seed);
    assertThat(points.stream().map(part::at)).doesNotHaveDuplicates().hasSize(24);

    all.add(configuration(Hyperparameter.BATCH_SIZE, new Whole(48)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TryFirst.points(part, all, seed))
        .withMessageMatching("try_first\\[\\d+\\] leaves nothing that the others .*");
  }

  @Test
  void nothingNeedBeLeftForTheMethod() {
    var all = SearchTask.of(FINITE, 3, 1);
    for (SearchMethod method : List.of(new Random(), new CoarseToFine(3))) {
      assertThat(TryFirst.of(method, all, WANTED).trials()).isEqualTo(3);
    }
    var one = Spaces.only(Hyperparameter.BATCH_SIZE, Spaces.wholes(8));
    var wanted = List.of(configuration(Hyperparameter.BATCH_SIZE, new Whole(8)));
    for (SearchMethod method : List.of(new Grid(), new Random(), new CoarseToFine(3))) {
      assertThat(TryFirst.of(method, SearchTask.of(one, 9, 1), wanted).trials()).isEqualTo(1);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TryFirst.of(new Random(), SearchTask.of(FINITE, 2, 1), WANTED))
        .withMessageContaining("configurations=3, max_trials=2");
  }

  /** A trial that waits for one beyond its horizon would wait for ever. */
  @Test
  void theHorizonIsKept() {
    Horizon blocks = trial -> trial / 4 * 4;
    var task = new SearchTask(SPACE, 40, 1, List.of(), blocks);
    Sampler sampler = TryFirst.of(new CoarseToFine(3), task, WANTED);
    for (int trial = 0; trial < 40; trial++) {
      assertThat(sampler.needs(trial)).isLessThanOrEqualTo(blocks.of(trial));
    }
    assertThat(sampler.needs(39)).isPositive();
  }

  /** Otherwise a good start would be no help. */
  @Test
  void coarseToFineLooksAroundAGivenOne() {
    Sampler sampler = TryFirst.of(new CoarseToFine(2), SearchTask.of(SPACE, 30, 1), WANTED);
    Replay replay =
        Replay.of(
            sampler, SPACE, point -> SPACE.at(point).set().containsValue(new Real(0.3)) ? 0 : 1);
    Region region = replay.region(sampler, 2);
    assertThat(region.contains(SPACE, replay.results().get(2).point())).isTrue();
    assertThat(((Region.Interval) region.sides().get(0)).width()).isLessThan(0.5);
  }
}
