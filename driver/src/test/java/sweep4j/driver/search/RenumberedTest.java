package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A result of another list under the right number would lead a sampler astray without a word. */
class RenumberedTest {

  private static List<Observation> results(int count, double cost) {
    return IntStream.range(0, count)
        .mapToObj(trial -> new Observation(trial, new double[] {0.5}, cost))
        .toList();
  }

  private static List<Observation> shifted(List<Observation> results) {
    return results.stream()
        .map(each -> new Observation(each.trial() - 3, each.point(), each.cost()))
        .toList();
  }

  @Test
  void eachListGetsItsOwnResultsWhateverCameBefore() {
    var renumbered = new Renumbered(-3);
    List<Observation> longer = results(9, 1.0);
    var mixed = new ArrayList<>(longer.subList(0, 4));
    mixed.addAll(results(9, 2.0).subList(4, 9));
    for (List<Observation> each :
        List.of(
            longer.subList(0, 5),
            longer,
            longer.subList(0, 2),
            mixed,
            results(9, 3.0),
            List.<Observation>of(),
            longer)) {
      assertThat(renumbered.of(each)).isEqualTo(shifted(each));
    }
  }

  /** What is made anew for each trial is what makes a long sweep quadratic. */
  @Test
  void whatWasMadeIsKept() {
    var renumbered = new Renumbered(-3);
    List<Observation> results = results(9, 1.0);
    List<Observation> first = renumbered.of(results.subList(0, 5));

    List<Observation> second = renumbered.of(results);

    for (int i = 0; i < 5; i++) {
      assertThat(second.get(i)).isSameAs(first.get(i));
    }
    assertThat(renumbered.of(results)).isSameAs(second);
  }
}
