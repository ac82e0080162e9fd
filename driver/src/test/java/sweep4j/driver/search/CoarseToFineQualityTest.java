package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sweep4j.driver.search.Problem.Distortion;
import sweep4j.driver.search.SearchMethod.CoarseToFine;
import sweep4j.driver.search.SearchMethod.Random;

/**
 * Coarse-to-fine must earn its name: at 60 trials, in three rounds and with the usual settings, its
 * median regret is at most half of random search's, over 50 seeds. Everything is seeded, so a pass
 * is a pass; the bound is for whoever changes the rule.
 */
class CoarseToFineQualityTest {
  private static final int TRIALS = 60;
  private static final int SEEDS = 50;

  static Stream<Arguments> problemsAndRounds() {
    return Problems.all()
        .flatMap(
            problem ->
                Stream.of(3, CoarseToFine.usualRounds(TRIALS))
                    .map(rounds -> Arguments.of(problem, rounds)));
  }

  @ParameterizedTest(name = "{0} in {1} rounds")
  @MethodSource("problemsAndRounds")
  void theMedianRegretIsAtMostHalfOfRandomSearchs(Problem problem, int rounds) {
    assertThat(ratio(problem, rounds, Distortion.NONE)).isLessThanOrEqualTo(0.5);
  }

  /** A rule that trusts single results would be led astray by the lucky ones. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("distortable")
  void noiseAndPlateausLeaveItBetterThanRandomSearch(Problem problem) {
    double step = problem.range() / 100;
    Distortion rounded =
        (regret, seed) -> point -> step * Math.rint(regret.applyAsDouble(point) / step);
    Distortion noisy =
        (regret, seed) -> {
          var random = new SplittableRandom(seed);
          return point ->
              regret.applyAsDouble(point) + 0.05 * problem.range() * random.nextGaussian();
        };
    int rounds = CoarseToFine.usualRounds(TRIALS);
    assertThat(ratio(problem, rounds, rounded)).isLessThanOrEqualTo(0.8);
    assertThat(ratio(problem, rounds, noisy)).isLessThanOrEqualTo(0.8);
  }

  /** Where most of the space lies within a step of the best, no search can tell points apart. */
  static Stream<Problem> distortable() {
    return Problems.all()
        .filter(problem -> !problem.name().matches("Branin|Rosenbrock|slanted valley"));
  }

  private static double ratio(Problem problem, int rounds, Distortion distortion) {
    double random = problem.medianRegret(new Random(), TRIALS, SEEDS, distortion);
    return problem.medianRegret(new CoarseToFine(rounds), TRIALS, SEEDS, distortion) / random;
  }
}
