package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatinHypercubeTest {

  /** Plain random draws would leave strata empty and still look spread. */
  @ParameterizedTest
  @CsvSource({"1,1", "2,3", "20,4", "64,6"})
  void everyStratumOfEveryCoordinateHoldsOnePoint(int points, int dimensions) {
    double[][] drawn = LatinHypercube.draw(points, dimensions, new SplittableRandom(1));
    for (int dimension = 0; dimension < dimensions; dimension++) {
      int coordinate = dimension;
      assertThat(Arrays.stream(drawn).map(point -> (int) (point[coordinate] * points)))
          .doesNotHaveDuplicates()
          .allMatch(stratum -> 0 <= stratum && stratum < points);
    }
  }
}
