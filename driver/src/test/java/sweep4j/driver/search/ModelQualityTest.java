package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sweep4j.driver.search.SearchMethod.Gp;
import sweep4j.driver.search.SearchMethod.Random;
import sweep4j.driver.search.SearchMethod.Tpe;

/**
 * A model with a slip in it still searches, only no better than chance. Everything is seeded, so a
 * pass is a pass; the bounds are for whoever changes a model, and leave a good part of what was
 * reached.
 */
class ModelQualityTest {
  private static final int TRIALS = 60;

  static Stream<Arguments> bounds() {
    return TestFunction.all().stream()
        .flatMap(
            function ->
                Stream.of(
                    // A fit costs milliseconds: few seeds for gp, whose medians lie far apart.
                    Arguments.of(
                        function, new Tpe(10), 30, function.name().equals("mixed") ? 0.7 : 0.5),
                    Arguments.of(
                        function, new Gp(10), 5, function.name().equals("mixed") ? 0.5 : 0.2)));
  }

  @ParameterizedTest
  @MethodSource("bounds")
  void theMedianRegretIsASmallPartOfRandomSearchs(
      TestFunction function, SearchMethod method, int seeds, double share) {
    double random = medianRegret(new Random(), function, 30);
    assertThat(medianRegret(method, function, seeds)).isLessThan(share * random);
  }

  private static double medianRegret(SearchMethod method, TestFunction function, int seeds) {
    return new Median()
        .evaluate(
            LongStream.rangeClosed(1, seeds)
                .mapToDouble(
                    seed ->
                        Replay.of(
                                method.sampler(SearchTask.of(function.space(), TRIALS, seed)),
                                function.space(),
                                function.regret())
                            .lowestCost())
                .toArray());
  }
}
