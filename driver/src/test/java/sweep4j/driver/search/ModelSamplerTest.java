package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sweep4j.driver.search.SearchMethod.Gp;
import sweep4j.driver.search.SearchMethod.Tpe;
import sweep4j.driver.space.LogUniform;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;
import sweep4j.driver.space.Uniform;
import sweep4j.trial.Hyperparameter;

class ModelSamplerTest {

  static Stream<SearchMethod> models() {
    return Stream.of(new Tpe(6), new Gp(6));
  }

  static Stream<Arguments> modelsAndSpaces() {
    // So narrow that a coordinate found back from its value is off by far more than a landed step.
    var narrow =
        new SearchSpace(
            List.of(
                new Parameter(Hyperparameter.LEARNING_RATE, new LogUniform(1.0, 1.0 + 1e-9)),
                new Parameter(Hyperparameter.DROPOUT, new Uniform(0.5, 0.5 + 1e-12))));
    return models()
        .flatMap(
            each ->
                Stream.of(Spaces.mixed(), Spaces.finite(), narrow)
                    .map(space -> Arguments.of(each, space)));
  }

  /**
   * A sweep that goes on after a kill would else go elsewhere. Its results come from the journal,
   * where trials have values and no coordinates, and nothing else is left of what the sampler knew.
   */
  @ParameterizedTest
  @MethodSource("modelsAndSpaces")
  void aSamplerThatKnowsOnlyTheResultsGoesOnAlike(SearchMethod method, SearchSpace space) {
    SearchTask task = SearchTask.of(space, 40, 3);
    Sampler sampler = method.sampler(task);
    List<Observation> results = new ArrayList<>();
    for (int trial = 0; trial < 40; trial++) {
      List<Observation> seen = List.copyOf(results.subList(0, sampler.needs(trial)));
      double[] point = sampler.suggest(trial, seen);
      assertThat(method.sampler(task).suggest(trial, seen)).containsExactly(point);
      double[] found = space.pointOf(space.at(point));
      double cost = trial % 7 == 3 ? Double.NaN : found[0] + found[1];
      // A sampler must believe what it is told, even of a point that it did not suggest.
      found[0] = trial % 10 < 8 ? found[0] : 1.0 - found[0];
      results.add(new Observation(trial, found, cost));
    }
  }

  /** Or the sampler would take a trial's own result for that of another, and do all again. */
  @Test
  void aPointFoundBackFromItsValuesIsTheSamePoint() {
    for (var space : List.of(Spaces.mixed(), Spaces.finite(), Spaces.fourDimensions())) {
      var landing = new Landing(space);
      var random = new SplittableRandom(1);
      for (int i = 0; i < 1000; i++) {
        double[] point = landing.land(random.doubles(space.dimensions()).toArray());
        assertThat(landing.land(point)).containsExactly(point);
        assertThat(landing.existing(point)).containsExactly(point);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void trialsWaitForAllButTheLatest(SearchMethod method) {
    Sampler sampler = method.sampler(SearchTask.of(Spaces.mixed(), 60, 1));
    int lag = method instanceof Gp ? 6 : 4;
    assertThat(IntStream.range(0, 60).map(sampler::needs).boxed())
        .isEqualTo(IntStream.range(0, 60).mapToObj(i -> i < 6 ? 0 : i - lag).toList());
    // A pruner's brackets of ten.
    var horizon = new SearchTask(Spaces.mixed(), 60, 1, List.of(), trial -> trial / 10 * 10);
    assertThat(IntStream.of(5, 9, 16, 19, 20, 59).map(method.sampler(horizon)::needs))
        .containsExactly(0, 0, 10, 10, 20 - lag, 50);
  }

  /** Results of other sweeps are evidence: with enough of them there is no start to be made. */
  @ParameterizedTest
  @MethodSource("models")
  void otherSweepsAreLearntFrom(SearchMethod method) {
    Sampler sampler = method.sampler(SearchTask.of(Spaces.fourDimensions(), 60, 1));
    var random = new SplittableRandom(1);
    List<Observation> others =
        IntStream.rangeClosed(1, 50)
            .mapToObj(
                i -> {
                  double[] point = random.doubles(4).toArray();
                  return new Observation(i - 51, point, Math.abs(point[0] - 0.2));
                })
            .toList();
    double distance = Math.abs(sampler.suggest(0, others)[0] - 0.2);
    double without = Math.abs(sampler.suggest(0, List.of())[0] - 0.2);
    assertThat(distance).isLessThan(0.1).isLessThan(without);
    // Asked again, it must not answer from what it remembers of the other question.
    assertThat(sampler.suggest(0, List.of()))
        .isEqualTo(
            method.sampler(SearchTask.of(Spaces.fourDimensions(), 60, 1)).suggest(0, List.of()));
  }

  /** A model of nothing but failures would stay where they are. */
  @ParameterizedTest
  @MethodSource("models")
  void asLongAsNoTrialHasACostTheStartGoesOn(SearchMethod method) {
    SearchTask task = SearchTask.of(Spaces.mixed(), 50, 1);
    var diverged = Replay.of(method.sampler(task), task.space(), point -> Double.POSITIVE_INFINITY);
    var started = Replay.of(new Tpe(50).sampler(task), task.space(), point -> point[0]);
    assertThat(diverged.points())
        .extracting(Arrays::toString)
        .isEqualTo(started.points().stream().map(Arrays::toString).toList());
  }

  /** Trials that run at once and do not know of each other would be one trial, paid for again. */
  @ParameterizedTest
  @MethodSource("models")
  void trialsThatRunAtOnceKeepApart(SearchMethod method) {
    Sampler sampler = method.sampler(SearchTask.of(Spaces.cube(2), 40, 1));
    List<double[]> points =
        Replay.of(sampler, Spaces.cube(2), p -> Math.hypot(p[0] - 0.3, p[1] - 0.6)).points();
    for (int trial = 10; trial < 40; trial++) {
      for (int other = sampler.needs(trial); other < trial; other++) {
        assertThat(points.get(trial)).isNotEqualTo(points.get(other));
      }
    }
  }

  /** A sweep of many trials must neither slow down nor, gone on with, begin by doing all again. */
  @ParameterizedTest
  @MethodSource("models")
  void theTenThousandthSuggestionIsQuick(SearchMethod method) {
    Sampler sampler = method.sampler(SearchTask.of(Spaces.mixed(), 10_000, 42));
    int last = 9_999;
    var random = new SplittableRandom(1);
    List<Observation> results =
        IntStream.range(0, sampler.needs(last))
            .mapToObj(
                trial -> new Observation(trial, random.doubles(5).toArray(), random.nextDouble()))
            .toList();
    // Of this thread alone: what else the machine does is no fault of the sampler.
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begun = threads.getCurrentThreadCpuTime();
    sampler.suggest(last, results);
    // The first question is answered by so many suggestions, one after another.
    int suggestions = last + 1 - results.size();
    double milliseconds = (threads.getCurrentThreadCpuTime() - begun) / 1e6 / suggestions;
    System.out.printf("%s: suggestion 10,000 took %.1f ms%n", method, milliseconds);
    // Several times what it takes; a model of all the trials would take seconds.
    assertThat(milliseconds).isLessThan(method instanceof Gp ? 250.0 : 50.0);
  }

  @Test
  void thereMustBeAStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Tpe(0))
        .withMessageContainingAll("startup_trials >= 1", "startup_trials=0");
    assertThatIllegalArgumentException().isThrownBy(() -> new Gp(0));
  }

  /** A finite space is left with nothing to choose from when most of it is used. */
  @ParameterizedTest
  @MethodSource("models")
  void whatIsTakenIsNotTriedAgain(SearchMethod method) {
    SearchSpace space = Spaces.finite();
    double[][] taken = {{0.1, 0.1, 0.1, 0.1}, {0.9, 0.9, 0.9, 0.9}};
    var task = new SearchTask(space, 500, 1, List.of(taken), Horizon.ALL_BEFORE);
    List<double[]> points =
        Replay.of(method.sampler(task), space, p -> Arrays.stream(p).sum()).points();
    assertThat(Stream.concat(points.stream(), Stream.of(taken)).map(space::at))
        .hasSize(120)
        .doesNotHaveDuplicates();
  }
}
