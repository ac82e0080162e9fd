package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.driver.search.SearchMethod.Random;
import sweep4j.driver.search.SearchMethod.Sobol;

class SobolSamplerTest {

  /** A scrambling that mixes up bits leaves points that look random and are no better. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 42, -7})
  void everyStratumOfEveryCoordinateHoldsOnePoint(long seed) {
    assertThat(stratified(new Sobol(), seed)).isTrue();
    assertThat(stratified(new Random(), seed)).isFalse();
  }

  private static boolean stratified(SearchMethod method, long seed) {
    List<double[]> points = points(method, TestFunction.all().get(1), 128, seed);
    return IntStream.range(0, 6)
        .allMatch(
            d ->
                IntStream.of(0, 64)
                    .allMatch(
                        from ->
                            points.subList(from, from + 64).stream()
                                    .map(point -> (int) (64 * point[d]))
                                    .distinct()
                                    .count()
                                == 64));
  }

  private static List<double[]> points(
      SearchMethod method, TestFunction function, int trials, long seed) {
    return Replay.of(
            method.sampler(SearchTask.of(function.space(), trials, seed)),
            function.space(),
            p -> 0.0)
        .points();
  }

  /** Strata of single axes are easily had; the pairs of axes are what Sobol's sequence is for. */
  @Test
  void everySquareOfTheFirstTwoCoordinatesHoldsOnePoint() {
    for (long seed = 0; seed < 20; seed++) {
      var sobol = new ScrambledSobol(2, seed);
      assertThat(IntStream.range(0, 64).mapToObj(sobol::point))
          .extracting(point -> (int) (8 * point[0]) + 8 * (int) (8 * point[1]))
          .doesNotHaveDuplicates();
    }
  }

  /** One shift for all points would keep the sequence's own pattern, only moved. */
  @Test
  void scramblingIsMoreThanAShift() {
    var plain = new SobolSequenceGenerator(2);
    var sobol = new ScrambledSobol(2, 1);
    long origin = bits(sobol.point(0)[1]);
    assertThat(IntStream.range(0, 64).boxed())
        .anyMatch(i -> (bits(sobol.point(i)[1]) ^ origin) != bits(plain.skipTo(i)[1]));
  }

  /** The first six; all that the first 64 points have of their own. */
  private static long bits(double unit) {
    return (long) (64 * unit);
  }

  /** Unscrambled, the first point of every sweep would be the lowest corner. */
  @Test
  void eachPointIsUniformOverTheSeeds() {
    int seeds = 1000;
    var sequences =
        LongStream.range(0, seeds).mapToObj(seed -> new ScrambledSobol(3, seed)).toList();
    for (int index : new int[] {0, 1, 5}) {
      double[] units = sequences.stream().mapToDouble(each -> each.point(index)[2]).toArray();
      for (int tenth = 0; tenth < 10; tenth++) {
        double low = tenth / 10.0;
        double count = Arrays.stream(units).filter(u -> low <= u && u < low + 0.1).count();
        // Six standard deviations, sqrt(1000 * 0.1 * 0.9) = 9.5 each.
        assertThat(count).isBetween(100.0 - 57, 100.0 + 57);
      }
    }
  }

  /** Otherwise a sweep could not be made longer without losing the trials that it has. */
  @Test
  void aLongerSweepBeginsWithTheShorterOne() {
    for (var space : List.of(Spaces.mixed(), Spaces.finite())) {
      var shorter =
          Replay.of(new Sobol().sampler(SearchTask.of(space, 20, 5)), space, p -> 0.0).points();
      var longer =
          Replay.of(new Sobol().sampler(SearchTask.of(space, 100, 5)), space, p -> 0.0).points();
      assertThat(longer.subList(0, 20))
          .map(Arrays::toString)
          .isEqualTo(shorter.stream().map(Arrays::toString).toList());
    }
  }

  @Test
  void aSpaceWithoutDimensionsHasOnePoint() {
    assertThat(new ScrambledSobol(0, 1).point(3)).isEmpty();
  }
}
