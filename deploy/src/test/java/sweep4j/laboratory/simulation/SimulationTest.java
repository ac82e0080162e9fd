package sweep4j.laboratory.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sweep4j.driver.search.PruningMethod;
import sweep4j.driver.search.SearchMethod;
import sweep4j.driver.study.RungDecision;
import sweep4j.laboratory.problem.Problems;
import sweep4j.trial.TrialState;

/** A clock that is wrong would still print a table, and the wrong strategy would win. */
class SimulationTest {

  private static Trace run(int values, int epochs, Strategy strategy, int slots) {
    return new Simulation(
            new Workshop(values, epochs), strategy, 1, 1L, slots, Durations.AS_RECORDED)
        .run();
  }

  /**
   * Trials of 1, 2, 3 and 4 seconds on two slots:
   *
   * <pre>{@code
   * slot 1   0 2 2 2 . .
   * slot 2   1 1 3 3 3 3
   * }</pre>
   */
  @Test
  void aSlotTakesTheNextTrialWhenItFallsFree() {
    Trace trace = run(4, 1, Workshop.GRID, 2);

    assertThat(trace.stretches())
        .extracting(Stretch::trial, Stretch::start, Stretch::end)
        .containsExactly(
            tuple(0, 0.0, 1.0), tuple(1, 0.0, 2.0), tuple(2, 1.0, 4.0), tuple(3, 2.0, 6.0));
    assertThat(trace.makespan()).isEqualTo(6.0);
    assertThat(trace.utilisation()).isEqualTo(10.0 / 12.0);
    // Trial 3 begins after two seconds, and nothing idles before.
    assertThat(trace.utilisationOfTheStart()).isEqualTo(1.0);
  }

  /**
   * One slot and a rung after the first of three epochs. Trials 0, 1 and 2 cost 2, 3 and 4 at the
   * rung; only trial 0 goes on, to 1 + 1/3.
   */
  @Test
  void onlyTheBestOfTheBracketGoesOn() {
    Trace trace = run(3, 3, Workshop.HALVED, 1);

    assertThat(trace.stretches())
        .containsExactly(
            new Stretch(0, 1, 2.0, 0.0, 1.0),
            new Stretch(1, 1, 3.0, 1.0, 3.0),
            new Stretch(2, 1, 4.0, 3.0, 6.0),
            new Stretch(0, 2, 1.0 + 1.0 / 3, 6.0, 8.0));
    assertThat(trace.decisions())
        .extracting(RungDecision::trial, each -> each.decision().goesOn())
        .containsExactly(tuple(0, true), tuple(1, false), tuple(2, false));
    assertThat(trace.trials())
        .extracting(each -> each.result().state())
        .containsExactly(TrialState.COMPLETED, TrialState.PRUNED, TrialState.PRUNED);
  }

  @Test
  void whatWasKnownAfterABudgetIsTheBestUntilThen() {
    Trace trace = run(3, 3, Workshop.HALVED, 1);
    double end = 1.0 + 1.0 / 3;

    assertThat(trace.bestAfterEpochs(0)).isInfinite();
    assertThat(trace.bestAfterEpochs(1)).isEqualTo(2.0);
    assertThat(trace.bestAfterEpochs(4)).isEqualTo(2.0);
    assertThat(trace.bestAfterEpochs(5)).isEqualTo(end);
    assertThat(trace.bestAfterSeconds(7.9)).isEqualTo(2.0);
    assertThat(trace.bestAfterSeconds(8.0)).isEqualTo(end);
    assertThat(trace.bestAfterTrials(1)).isEqualTo(end);
    assertThat(trace.epochsUntil(3.0)).isEqualTo(1.0);
    assertThat(trace.epochsUntil(end)).isEqualTo(5.0);
    assertThat(trace.epochsUntil(1.0)).isInfinite();
  }

  /** The epoch in which it diverges is begun and takes its time; its cost is infinite. */
  @Test
  void aTrainingMayDiverge() {
    Trace trace = run(2, 3, Workshop.GRID, 1);

    assertThat(trace.stretches())
        .containsExactly(
            new Stretch(0, 3, 1.0 + 1.0 / 3, 0.0, 3.0),
            new Stretch(1, 3, Double.POSITIVE_INFINITY, 3.0, 9.0));
    assertThat(trace.trials().get(1).result().state()).isEqualTo(TrialState.DIVERGED);
  }

  /** The promise that the number of executors changes nothing but the time. */
  @ParameterizedTest
  @CsvSource({"1, TENFOLD", "2, TENFOLD", "3, STRAGGLERS", "4, AS_RECORDED"})
  void sixtyFourSlotsDecideAsOneDoes(long seed, Durations durations) {
    var hyperband =
        new Strategy(
            "coarse_to_fine+hyperband",
            new SearchMethod.CoarseToFine(3),
            epochs -> new PruningMethod.Hyperband(1, 3));
    var problem = Problems.learningValley();

    Trace one = new Simulation(problem, hyperband, 600, seed, 1, durations).run();
    Trace many = new Simulation(problem, hyperband, 600, seed, 64, durations).run();
    Trace other = new Simulation(problem, hyperband, 600, seed + 100, 1, durations).run();

    assertThat(many.decisions()).isNotEmpty();
    assertThat(many.sameAs(one)).isTrue();
    assertThat(many.stretches()).isNotEqualTo(one.stretches());
    assertThat(many.makespan()).isLessThan(one.makespan() / 8);
    assertThat(other.sameAs(one)).as("another seed is the same").isFalse();
  }

  @Test
  void durationsVaryAsTheySay() {
    List<Double> factors =
        IntStream.range(0, 10_000).mapToObj(trial -> Durations.TENFOLD.factor(1L, trial)).toList();

    assertThat(factors).allMatch(factor -> factor >= 1.0 && factor < 10.0);
    // Half below the root of ten; six standard deviations of the share are 0.03.
    assertThat(factors.stream().filter(factor -> factor < Math.sqrt(10.0)).count())
        .isBetween(4_700L, 5_300L);
  }
}
