package sweep4j.driver.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialRequest;

/** Prevents a trial that is lost or run twice on its way to a slot, and a long one at the end. */
class LongestFirstTest {

  private static List<Integer> order(int trials, ToDoubleFunction<Leg> expected) {
    Iterator<Leg> legs = IntStream.range(0, trials).mapToObj(LongestFirstTest::leg).iterator();
    var longestFirst = new LongestFirst(() -> legs.hasNext() ? legs.next() : null, expected);
    List<Integer> order = new ArrayList<>();
    for (Leg leg = longestFirst.get(); leg != null; leg = longestFirst.get()) {
      order.add(leg.trial());
    }
    return order;
  }

  private static Leg leg(int trial) {
    return new Leg(new TrialRequest(trial, 1, trial + 1, new Hyperparameters(Map.of())), 0, 5);
  }

  @Test
  void theLongestComesFirst() {
    assertThat(order(6, leg -> leg.trial() % 3)).containsExactly(2, 5, 1, 4, 0, 3);
  }

  @Test
  void equalOnesComeByTheirNumbers() {
    assertThat(order(200, leg -> 1))
        .containsExactlyElementsOf(IntStream.range(0, 200).boxed().toList());
  }

  @Test
  void eachComesOnceAndNoneComesMuchTooEarly() {
    List<Integer> order = order(1000, Leg::trial);
    assertThat(order).doesNotHaveDuplicates().hasSize(1000);
    assertThat(order.get(0)).isEqualTo(63);
    assertThat(order.get(999)).isZero();
  }
}
