package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.driver.search.SearchMethod.Random;
import sweep4j.driver.space.LogUniform;
import sweep4j.driver.space.Uniform;
import sweep4j.trial.Hyperparameter;

class RandomSamplerTest {
  private static final int DRAWS = 4000;
  private static final int BINS = 20;

  /**
   * Draws that are uniform in the value would put 90 of 100 learning rates into the top decade.
   * Twenty bins of 200 expected draws each. A sound sampler falls below p = 1e-6 once in a million
   * seeds, and the seeds are fixed; a sampler with one bin a third too full is far below it.
   */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 42, -7})
  void logUniformDrawsAreUniformInTheExponent(long seed) {
    var space = Spaces.only(Hyperparameter.LEARNING_RATE, new LogUniform(1e-5, 1e-1));
    double[] exponents =
        Replay.of(new Random().sampler(SearchTask.of(space, DRAWS, seed)), space, point -> 0.0)
            .points()
            .stream()
            .mapToDouble(point -> Math.log10(space.at(point).real(Hyperparameter.LEARNING_RATE)))
            .toArray();
    assertThat(pValue(exponents, -5.0, -1.0)).isGreaterThan(1e-6);
  }

  /** The test of the test: the commonest mistake is found. */
  @Test
  void drawsUniformInTheValueFailThatTest() {
    var space = Spaces.only(Hyperparameter.LEARNING_RATE, new Uniform(1e-5, 1e-1));
    double[] exponents =
        Replay.of(new Random().sampler(SearchTask.of(space, DRAWS, 0)), space, point -> 0.0)
            .points()
            .stream()
            .mapToDouble(point -> Math.log10(space.at(point).real(Hyperparameter.LEARNING_RATE)))
            .toArray();
    assertThat(pValue(exponents, -5.0, -1.0)).isLessThan(1e-6);
  }

  private static double pValue(double[] values, double low, double high) {
    long[] observed = new long[BINS];
    for (double value : values) {
      observed[Math.min((int) ((value - low) / (high - low) * BINS), BINS - 1)]++;
    }
    double[] expected = new double[BINS];
    Arrays.fill(expected, (double) values.length / BINS);
    return new ChiSquareTest().chiSquareTest(expected, observed);
  }

  /** Otherwise a sweep could not be made longer without losing the trials that it has. */
  @Test
  void aLongerSweepBeginsWithTheShorterOne() {
    for (var space : List.of(Spaces.mixed(), Spaces.finite())) {
      var shorter =
          Replay.of(new Random().sampler(SearchTask.of(space, 20, 5)), space, point -> 0.0)
              .points();
      var longer =
          Replay.of(new Random().sampler(SearchTask.of(space, 100, 5)), space, point -> 0.0)
              .points();
      assertThat(longer.subList(0, 20))
          .map(Arrays::toString)
          .isEqualTo(shorter.stream().map(Arrays::toString).toList());
    }
  }

  @Test
  void aFiniteSpaceIsTriedOnceAndNoMore() {
    Sampler sampler = new Random().sampler(SearchTask.of(Spaces.finite(), 1000, 3));
    assertThat(sampler.trials()).isEqualTo(120);
    assertThat(
            Replay.of(sampler, Spaces.finite(), point -> 0.0).points().stream()
                .map(Spaces.finite()::at))
        .doesNotHaveDuplicates();
  }

  @Test
  void thereMustBeATrial() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Random().sampler(SearchTask.of(Spaces.mixed(), 0, 0)))
        .withMessageContainingAll("max_trials >= 1", "0");
  }

  @Test
  void whatIsAskedIsChecked() {
    Sampler sampler = new Random().sampler(SearchTask.of(Spaces.mixed(), 5, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sampler.suggest(5, List.of()))
        .withMessageContainingAll("trial < trials", "trial=5", "trials=5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sampler.suggest(1, List.of(new Observation(0, new double[0], 1.0))))
        .withMessageContainingAll("first 0 trials", "got 1");
  }
}
