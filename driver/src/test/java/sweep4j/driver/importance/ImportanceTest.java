package sweep4j.driver.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Shares against the sensitivity indices that functions are known to have. A forest's order that is
 * wrong would send people to tune what does not matter.
 */
class ImportanceTest {

  /** As many random trials as a small sweep has. */
  private static final int FEW = 200;

  private static final int MANY = 1000;

  /**
   * What a forest smooths away of a curve it has {@link #MANY} points of: less than half of this.
   */
  private static final double NEAR = 0.12;

  /**
   * Ishigami's function, sin x1 + 7 sin² x2 + 0.1 x3⁴ sin x1 over [-π, π]³: first order 0.314,
   * 0.442 and 0; of the pairs, x1 with x3 has 0.244 and the others none (Saltelli and others:
   * "Global Sensitivity Analysis", 2008, 4.9).
   */
  private static double ishigami(double[] unit) {
    double[] x = Arrays.stream(unit).map(u -> Math.PI * (2.0 * u - 1.0)).toArray();
    double sine = Math.sin(x[1]);
    return Math.sin(x[0]) + 7.0 * sine * sine + 0.1 * Math.pow(x[2], 4) * Math.sin(x[0]);
  }

  private static final double[] G_FACTORS = {0.0, 1.0, 4.5, 9.0, 99.0};

  /**
   * Sobol's g-function, the product of (|4 x - 2| + a) / (1 + a) over [0, 1]: of variance v = 1 /
   * (3 (1 + a)²) each, so that the first order falls with a.
   */
  private static double g(double[] unit) {
    double product = 1.0;
    for (int i = 0; i < unit.length; i++) {
      product *= (Math.abs(4.0 * unit[i] - 2.0) + G_FACTORS[i]) / (1.0 + G_FACTORS[i]);
    }
    return product;
  }

  private static Importance importance(
      ToDoubleFunction<double[]> function, int dimensions, int trials, int seed) {
    var random = new SplittableRandom(seed);
    double[][] points =
        IntStream.range(0, trials)
            .mapToObj(trial -> random.doubles(dimensions).toArray())
            .toArray(double[][]::new);
    double[] costs = Arrays.stream(points).mapToDouble(function).toArray();
    return Importance.of(points, costs, random);
  }

  private static double pair(Importance importance, int one, int other) {
    return importance.pairs().stream()
        .filter(pair -> pair.one() == one && pair.other() == other)
        .findFirst()
        .orElseThrow()
        .share();
  }

  /**
   * All but the order of x1 and x2: seen from one split, the four humps of sin² x2 are level, so
   * that trees of 200 trials find less of it than there is.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void tellsIshigamisEffectsApartFromFewTrials(int seed) {
    Importance found = importance(ImportanceTest::ishigami, 3, FEW, seed);

    List<Double> main = found.main();
    assertThat(main.get(0)).isGreaterThan(main.get(2));
    assertThat(main.get(1)).isGreaterThan(main.get(2));
    assertThat(pair(found, 0, 2)).isGreaterThan(pair(found, 0, 1)).isGreaterThan(pair(found, 1, 2));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void comesNearIshigamisIndicesWithManyTrials(int seed) {
    Importance found = importance(ImportanceTest::ishigami, 3, MANY, seed);

    assertThat(found.main().get(1)).isGreaterThan(found.main().get(0));
    assertThat(found.main().get(0)).isCloseTo(0.314, within(NEAR));
    assertThat(found.main().get(1)).isCloseTo(0.442, within(NEAR));
    assertThat(found.main().get(2)).isCloseTo(0.0, within(NEAR));
    assertThat(pair(found, 0, 2)).isCloseTo(0.244, within(NEAR));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void ranksTheEffectsOfSobolsFunctionFromFewTrials(int seed) {
    Importance found = importance(ImportanceTest::g, G_FACTORS.length, FEW, seed);

    List<Double> main = found.main();
    assertThat(main.get(0)).isGreaterThan(main.get(1));
    assertThat(main.get(1)).isGreaterThan(main.get(2));
    // The others' indices are 0.007 and below, which nobody could tell apart.
    assertThat(main.subList(2, 5)).allSatisfy(share -> assertThat(share).isLessThan(0.1));
    assertThat(pair(found, 0, 1))
        .isEqualTo(found.pairs().stream().mapToDouble(Importance.Pair::share).max().orElseThrow());
  }

  @Test
  void comesNearTheIndicesOfSobolsFunctionWithManyTrials() {
    Importance found = importance(ImportanceTest::g, G_FACTORS.length, MANY, 1);
    double[] variances =
        Arrays.stream(G_FACTORS).map(a -> 1.0 / (3.0 * (1.0 + a) * (1.0 + a))).toArray();
    double all = Arrays.stream(variances).map(v -> 1.0 + v).reduce(1.0, (a, b) -> a * b) - 1.0;

    for (int i = 0; i < variances.length; i++) {
      assertThat(found.main().get(i)).isCloseTo(variances[i] / all, within(NEAR));
    }
    assertThat(pair(found, 0, 1)).isCloseTo(variances[0] * variances[1] / all, within(NEAR));
  }

  /** A cost that is the same everywhere has no variance to share out: no NaN on the page. */
  @Test
  void constantCostsDependOnNothing() {
    Importance found = importance(point -> 1.0, 2, FEW, 1);

    assertThat(found.main()).containsExactly(0.0, 0.0);
    assertThat(found.pairs()).containsExactly(new Importance.Pair(0, 1, 0.0));
    assertThat(found.fit()).isZero();
  }

  /**
   * A parameter that exists where the first is below a half, and matters there alone: its effect is
   * its own and one with the first, and an absent value is no value of its own.
   */
  @Test
  void aConditionalParameterMattersWhereItExists() {
    var random = new SplittableRandom(1);
    double[][] points =
        IntStream.range(0, MANY)
            .mapToObj(
                trial -> {
                  double[] point = random.doubles(3).toArray();
                  point[1] = point[0] < 0.5 ? point[1] : Double.NaN;
                  return point;
                })
            .toArray(double[][]::new);
    double[] costs =
        Arrays.stream(points)
            .mapToDouble(point -> Double.isNaN(point[1]) ? 0.5 : point[1])
            .toArray();

    Importance found = Importance.of(points, costs, random);

    // Over the whole cube the cost varies by 1/24: half of that falls to the parameter, half to the
    // two.
    assertThat(found.main().get(1)).isCloseTo(0.5, within(NEAR));
    assertThat(pair(found, 0, 1)).isCloseTo(0.5, within(NEAR));
    assertThat(found.main().get(0)).isCloseTo(0.0, within(NEAR));
    assertThat(found.main().get(2)).isCloseTo(0.0, within(NEAR));
  }

  /** One journal, one report: shares that changed with each reading would not be believed. */
  @Test
  void theSameTrialsGiveTheSameShares() {
    assertThat(importance(ImportanceTest::ishigami, 3, FEW, 7))
        .isEqualTo(importance(ImportanceTest::ishigami, 3, FEW, 7));
  }
}
