package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.driver.search.SearchMethod.CoarseToFine;

/** Prevents an earlier run that is read with care and then makes no difference. */
class WarmStartTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 42})
  void roundsLookAroundTheBestOfTheEarlierRun(long seed) {
    var space = Spaces.cube(2);
    List<Observation> earlier =
        IntStream.range(0, 3)
            .mapToObj(i -> new Observation(i, new double[] {0.9, 0.1}, -1.0 - i))
            .toList();
    Sampler alone = new CoarseToFine(2).sampler(SearchTask.of(space, 20, seed));
    Sampler warm = WarmStart.of(alone, earlier);
    Replay cold = Replay.of(alone, space, point -> 1.0);
    Replay led = Replay.of(warm, space, point -> 1.0);

    assertThat(led.points().subList(0, 10))
        .usingRecursiveComparison()
        .isEqualTo(cold.points().subList(0, 10));
    Region region = led.region(warm, 2);
    assertThat(region.contains(space, new double[] {0.9, 0.1})).isTrue();
    assertThat(led.points().subList(10, 20)).allMatch(point -> region.contains(space, point));
    assertThat(region).isNotEqualTo(cold.region(alone, 2));
  }

  @Test
  void nothingEarlierIsNoWrapping() {
    Sampler sampler = new CoarseToFine(2).sampler(SearchTask.of(Spaces.mixed(), 20, 1));
    assertThat(WarmStart.of(sampler, List.of())).isSameAs(sampler);
  }
}
