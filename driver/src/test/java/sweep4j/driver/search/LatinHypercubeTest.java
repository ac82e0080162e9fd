package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatinHypercubeTest {

  /** Plain random draws would leave strata empty and still look spread. */
  @ParameterizedTest
  @CsvSource({"1,1", "2,3", "20,4", "64,6", "300,2"})
  void everyStratumOfEveryCoordinateHoldsOnePoint(int points, int dimensions) {
    double[][] drawn = LatinHypercube.draw(points, dimensions, new SplittableRandom(1));
    for (int dimension = 0; dimension < dimensions; dimension++) {
      int coordinate = dimension;
      assertThat(Arrays.stream(drawn).map(point -> (int) (point[coordinate] * points)))
          .doesNotHaveDuplicates()
          .allMatch(stratum -> 0 <= stratum && stratum < points);
    }
  }

  /** Strata alone allow all points on a diagonal; the comparison must choose against that. */
  @Test
  void pointsKeepApart() {
    double chosen = 0.0;
    double plain = 0.0;
    for (int seed = 0; seed < 50; seed++) {
      chosen += gap(LatinHypercube.draw(20, 3, new SplittableRandom(seed)));
      plain += gap(LatinHypercube.candidate(20, 3, new SplittableRandom(seed)));
    }
    // The first of the compared sets is the plain one: without a comparison the sums are equal.
    assertThat(chosen).isGreaterThan(1.3 * plain);
  }

  private static double gap(double[][] points) {
    return Math.sqrt(LatinHypercube.squaredGap(points));
  }
}
