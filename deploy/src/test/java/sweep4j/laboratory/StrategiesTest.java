package sweep4j.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sweep4j.laboratory.problem.Problem;
import sweep4j.laboratory.problem.Problems;
import sweep4j.laboratory.simulation.Durations;
import sweep4j.laboratory.simulation.Simulation;
import sweep4j.laboratory.simulation.Strategy;
import sweep4j.laboratory.simulation.Trace;

class StrategiesTest {

  static List<Strategy> all() {
    return Strategies.all();
  }

  /** A strategy that stands still or loses trials must fail here, not in an hour's table. */
  @ParameterizedTest
  @MethodSource("all")
  void everyStrategyComesToItsEnd(Strategy strategy) {
    for (Problem problem : List.of(Problems.named("mixed"), Problems.learningValley())) {
      if (strategy.fits(problem)) {
        Trace trace = new Simulation(problem, strategy, 40, 1L, 4, Durations.TENFOLD).run();

        assertThat(trace.trials()).hasSize(40);
      }
    }
  }

  @Test
  void namesAreDifferent() {
    assertThat(all()).extracting(Strategy::name).doesNotHaveDuplicates();
  }

  @Test
  void anUnknownNameIsAnsweredWithThoseThatThereAre() {
    assertThatThrownBy(() -> Strategies.named("randon"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no strategy is called randon; there are: [random, ");
  }
}
