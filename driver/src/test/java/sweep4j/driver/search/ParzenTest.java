package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sweep4j.driver.space.SearchSpace;

class ParzenTest {
  private static final SearchSpace SPACE = Spaces.mixed();
  private static final Landing LANDING = new Landing(SPACE);
  private static final int DRAWS = 200_000;

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
    double mean = mean(() -> random.doubles(5).toArray(), x -> Math.exp(parzen.log(x)));
    // The density is below 60, its deviation below 8: five deviations of the mean are 0.09.
    assertThat(mean).isCloseTo(1.0, within(0.1));
  }

  /** A draw from another density than the one that is compared would go where it should not. */
  @ParameterizedTest
  @MethodSource("points")
  void drawsAreOfThatDensity(List<double[]> points) {
    Parzen parzen = parzen(points);
    var uniform = new SplittableRandom(1);
    var own = new SplittableRandom(2);
    for (int dimension = 0; dimension < 5; dimension++) {
      int d = dimension;
      double expected =
          mean(() -> uniform.doubles(5).toArray(), x -> landed(x)[d] * Math.exp(parzen.log(x)));
      double drawn = mean(() -> parzen.draw(own), x -> landed(x)[d]);
      // As above; the error of the first mean is the larger by far.
      assertThat(drawn).isCloseTo(expected, within(0.1));
    }
  }

  private static double mean(
      java.util.function.Supplier<double[]> draw, ToDoubleFunction<double[]> value) {
    double sum = 0.0;
    for (int i = 0; i < DRAWS; i++) {
      sum += value.applyAsDouble(landed(draw.get()));
    }
    return sum / DRAWS;
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
    var points = java.util.Collections.nCopies(1000, new double[] {0.5, 0.5, 0.4, 0.5, 0.5});
    Parzen parzen = parzen(points);
    double own = parzen.log(landed(new double[] {0.5, 0.5, 0.4, 0.5, 0.5}));
    double next = parzen.log(landed(new double[] {0.5, 0.5, 0.6, 0.5, 0.5}));
    assertThat(own - next).isBetween(0.5, 8.0);
  }
}
