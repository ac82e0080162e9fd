package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sweep4j.driver.space.SearchSpace;

class ParzenTest {
  private static final SearchSpace SPACE = Spaces.mixed();
  private static final Landing LANDING = new Landing(SPACE);
  private static final int DRAWS = 20_000;

  static Stream<List<double[]>> points() {
    double none = Double.NaN;
    return Stream.of(
        List.of(),
        List.of(new double[] {0.0, 1.0, 0.1, 0.9, 0.5}),
        List.of(
            new double[] {0.2, 0.3, 0.1, 0.9, 0.1},
            new double[] {0.25, none, 0.4, none, 0.1},
            new double[] {0.3, 0.4, 0.4, none, none}));
  }

  /** A density that does not integrate to 1 makes the good look better than the rest everywhere. */
  @ParameterizedTest
  @MethodSource("points")
  void theMeanDensityIsOne(List<double[]> points) {
    Parzen parzen = parzen(points);
    var random = new SplittableRandom(1);
    var densities = new SummaryStatistics();
    for (int i = 0; i < DRAWS; i++) {
      densities.addValue(Math.exp(parzen.log(landed(random.doubles(5).toArray()))));
    }
    assertThat(densities.getMean()).isCloseTo(1.0, within(6 * error(densities) + 1e-9));
  }

  /** A draw from another density than the one that is compared would go where it should not. */
  @ParameterizedTest
  @MethodSource("points")
  void drawsAreOfThatDensity(List<double[]> points) {
    Parzen parzen = parzen(points);
    var random = new SplittableRandom(1);
    for (int dimension = 0; dimension < 5; dimension++) {
      var expected = new SummaryStatistics();
      var drawn = new SummaryStatistics();
      for (int i = 0; i < DRAWS; i++) {
        double[] uniform = landed(random.doubles(5).toArray());
        expected.addValue(uniform[dimension] * Math.exp(parzen.log(uniform)));
        drawn.addValue(landed(parzen.draw(random))[dimension]);
      }
      // Six standard errors: a false alarm in 10^8.
      assertThat(drawn.getMean())
          .isCloseTo(expected.getMean(), within(6 * (error(expected) + error(drawn))));
    }
  }

  private static double error(SummaryStatistics statistics) {
    return statistics.getStandardDeviation() / Math.sqrt(DRAWS);
  }

  private static double[] landed(double[] point) {
    return LANDING.land(point);
  }

  private static Parzen parzen(List<double[]> points) {
    return Parzen.of(LANDING.domains(), points.stream().map(ParzenTest::landed).toList());
  }

  /** What a trial has not must neither speak for nor against any value of it. */
  @Test
  void aMissingCoordinateSaysNothing() {
    Parzen parzen = parzen(List.of(new double[] {0.2, Double.NaN, 0.4, 0.5, Double.NaN}));
    double[] some = landed(new double[] {0.3, 0.1, 0.4, 0.5, 0.1});
    double[] other = landed(new double[] {0.3, 0.9, 0.4, 0.5, Double.NaN});
    assertThat(parzen.log(some)).isEqualTo(parzen.log(other));
  }

  /** In a parameter of few levels the kernels must not be blind to the neighbours. */
  @Test
  void aLevelLendsWeightToTheNext() {
    var points = Collections.nCopies(1000, new double[] {0.5, 0.5, 0.4, 0.5, 0.5});
    Parzen parzen = parzen(points);
    double own = parzen.log(landed(new double[] {0.5, 0.5, 0.4, 0.5, 0.5}));
    double next = parzen.log(landed(new double[] {0.5, 0.5, 0.6, 0.5, 0.5}));
    assertThat(own - next).isBetween(0.5, 8.0);
  }
}
