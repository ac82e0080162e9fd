package sweep4j.driver.confirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sweep4j.driver.Trials;
import sweep4j.trial.Goal;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Repeat;
import sweep4j.trial.TrialResult;

class ConfirmationTest {

  private static final Design FIVE = new Design(5, 1, 42);

  /** Candidates of these trials; the last is the defaults, which need not be a trial. */
  private static Candidates candidates(int... trials) {
    var all = new ArrayList<Candidate>();
    for (int trial : trials) {
      all.add(new Candidate(trial, Hyperparameters.defaults()));
    }
    return new Candidates(all, all.get(all.size() - 1));
  }

  /** Results in the order of the requests, from one row of objectives for each candidate. */
  private static List<TrialResult> results(@Nullable Double[]... rows) {
    var results = new ArrayList<TrialResult>();
    for (int number = 0; number < rows[0].length; number++) {
      for (@Nullable Double[] row : rows) {
        Double objective = row[number];
        results.add(
            objective == null
                ? Trials.diverged(results.size()).result()
                : Trials.completed(results.size(), objective).result());
      }
    }
    return results;
  }

  private static @Nullable Double[] row(@Nullable Double... objectives) {
    return objectives;
  }

  private static Confirmed.Behind behind(@Nullable Confirmed confirmed) {
    return Objects.requireNonNull(Objects.requireNonNull(confirmed).behind());
  }

  /** The order of the means, and not that of validation: else nothing would have been confirmed. */
  @Test
  void theBestMeanIsTheBest() {
    var confirmation =
        Confirmation.of(
            FIVE,
            candidates(4, 2, Repeat.DEFAULTS),
            results(
                row(1.0, 2.0, 3.0, 4.0, 5.0),
                row(0.5, 1.6, 2.5, 3.6, 4.5),
                row(9.0, 9.9, 11.1, 12.0, 13.0)),
            Goal.MINIMIZE);

    assertThat(confirmation.trials())
        .extracting(each -> each.candidate().trial())
        .containsExactly(2, 4);
    Confirmed best = confirmation.trials().get(0);
    assertThat(best.behind()).isNull();
    assertThat(best.isTiedWithBest()).isTrue();
    assertThat(best.objective().mean()).isCloseTo(2.54, within(1e-12));
    // By 0.46 with a deviation of 0.0548: t = 18.8 at 4 degrees of freedom.
    assertThat(confirmation.trials().get(1).isTiedWithBest()).isFalse();
    assertThat(behind(confirmation.trials().get(1)).by()).isCloseTo(0.46, within(1e-12));
    assertThat(behind(confirmation.defaults()).isTied()).isFalse();
    assertThat(behind(confirmation.defaults()).isBetter()).isFalse();
  }

  @Test
  void whatIsMaximizedIsTurnedAndShownAsItIs() {
    var confirmation =
        Confirmation.of(
            FIVE,
            candidates(4, 2),
            results(row(0.1, 0.2, 0.3, 0.4, 0.5), row(0.7, 0.8, 0.9, 1.0, 1.1)),
            Goal.MAXIMIZE);

    assertThat(confirmation.trials().get(0).candidate().trial()).isEqualTo(2);
    assertThat(confirmation.trials().get(0).objective().mean()).isCloseTo(0.9, within(1e-12));
    assertThat(confirmation.trials().get(0).objective().low()).isLessThan(0.9);
    assertThat(behind(confirmation.trials().get(1)).by()).isCloseTo(0.6, within(1e-12));
  }

  /** Two repeats share the rows of their fold: taken for two, they would seem to be sure. */
  @Test
  void repeatsOfOneFoldCountAsOne() {
    var design = new Design(2, 2, 42);

    var confirmation =
        Confirmation.of(design, candidates(4), results(row(1.0, 5.0, 3.0, 5.0)), Goal.MINIMIZE);

    assertThat(confirmation.trials().get(0).objective())
        .isEqualTo(Interval.of(new double[] {2.0, 5.0}));
  }

  /** A configuration that sometimes diverges must not win by the mean of the times it did not. */
  @Test
  void whatDoesNotAlwaysComeToItsEndIsNotCompared() {
    var confirmation =
        Confirmation.of(
            FIVE,
            candidates(4, 2, Repeat.DEFAULTS),
            results(
                row(0.1, 0.1, null, 0.1, null),
                row(1.0, 2.0, 3.0, 4.0, 5.0),
                row(null, null, null, null, null)),
            Goal.MINIMIZE);

    assertThat(confirmation.trials())
        .extracting(each -> each.candidate().trial())
        .containsExactly(2);
    assertThat(confirmation.defaults()).isNull();
    assertThat(confirmation.unconfirmed())
        .extracting(Confirmation.Unconfirmed::failed)
        .containsExactly(2, 5);
    assertThat(confirmation.unconfirmed().get(0).error()).isEqualTo("epoch 1: the loss is NaN");
  }

  /** The model of the defaults is nowhere: however good they are, the best is a trial. */
  @Test
  void theDefaultsMayBeBetterButAreNoTrial() {
    var confirmation =
        Confirmation.of(
            FIVE,
            candidates(4, Repeat.DEFAULTS),
            results(row(1.0, 2.0, 3.0, 4.0, 5.0), row(0.5, 1.6, 2.5, 3.6, 4.5)),
            Goal.MINIMIZE);

    assertThat(confirmation.trials())
        .extracting(each -> each.candidate().trial())
        .containsExactly(4);
    assertThat(behind(confirmation.defaults()).isTied()).isTrue();
    assertThat(behind(confirmation.defaults()).isBetter()).isTrue();
    assertThat(behind(confirmation.defaults()).by()).isCloseTo(-0.46, within(1e-12));
  }

  @Test
  void ofAllEqualTheFirstByValidationIsTheBestAndNobodyIsTold() {
    Double[] same = {1.0, 2.0, 3.0, 4.0, 5.0};

    var confirmation =
        Confirmation.of(FIVE, candidates(9, 4, 2), results(same, same, same), Goal.MINIMIZE);

    assertThat(confirmation.trials())
        .extracting(each -> each.candidate().trial())
        .containsExactly(9, 4, 2);
    assertThat(confirmation.trials()).allMatch(Confirmed::isTiedWithBest);
    assertThat(behind(confirmation.trials().get(1)).needed()).isEmpty();
  }

  /** What is tied must take more trainings than there were, or the advice would be absurd. */
  @Test
  void whatIsTiedTakesMoreTrainings() {
    var confirmation =
        Confirmation.of(
            FIVE,
            candidates(9, 4, 2),
            results(
                row(1.0, 2.0, 3.0, 4.0, 5.0),
                row(1.5, 1.9, 3.6, 4.4, 4.9),
                row(2.0, 1.5, 4.0, 3.9, 6.0)),
            Goal.MINIMIZE);

    assertThat(confirmation.trials().subList(1, 3))
        .allMatch(each -> behind(each).isTied())
        .allMatch(each -> behind(each).needed().orElseThrow() > 5);
  }

  @Test
  void noResultMayBeMissing() {
    assertThatThrownBy(
            () -> Confirmation.of(FIVE, candidates(4), results(row(1.0, 2.0)), Goal.MINIMIZE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 candidates have 5 repeats each, but got 2 results");
  }
}
