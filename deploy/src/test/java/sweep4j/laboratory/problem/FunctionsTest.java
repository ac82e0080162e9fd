package sweep4j.laboratory.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;

/** A slip in a coefficient would leave a function that looks like the one of the papers. */
class FunctionsTest {

  static List<Problem> functions() {
    return List.of(Branin.problem(), Hartmann6.problem(), Valley.problem(), Mixed.problem());
  }

  /** The minimisers are published to six digits; the function is flat around them. */
  @ParameterizedTest
  @CsvSource({"-3.141593, 12.275", "3.141593, 2.275", "9.424778, 2.475"})
  void braninHasItsThreeMinima(double x1, double x2) {
    double cost = Branin.at(new double[] {(x1 + 5.0) / 15.0, x2 / 15.0});

    assertThat(cost).isCloseTo(Branin.problem().optimum(), within(1e-9));
  }

  /** As above: six digits of a place leave about ten of a value whose slope there is 0. */
  @Test
  void hartmann6HasItsMinimum() {
    double cost =
        Hartmann6.at(new double[] {0.20169, 0.150011, 0.476874, 0.275332, 0.311652, 0.6573});

    assertThat(cost).isCloseTo(Hartmann6.problem().optimum(), within(1e-8));
  }

  @Test
  void valleyHasItsMinimum() {
    Problem valley = Valley.problem();
    var best =
        new Hyperparameters(
            Map.of(
                Hyperparameter.LEARNING_RATE, new Real(Math.pow(10, -2.55)),
                Hyperparameter.LAMBDA, new Real(Math.pow(10, -4.6)),
                Hyperparameter.DROPOUT, new Real(0.15)));

    // Squares of what exp and log lose.
    assertThat(valley.course(best).bestAfter(1)).isCloseTo(valley.optimum(), within(1e-25));
  }

  @Test
  void mixedHasItsMinimum() {
    Problem mixed = Mixed.problem();
    var best =
        new Hyperparameters(
            Map.of(
                Hyperparameter.LEARNING_RATE, new Real(Math.pow(10, -2.8)),
                Hyperparameter.DROPOUT, new Real(0.25),
                Hyperparameter.BATCH_SIZE, new Whole(32),
                Hyperparameter.UPDATER, new Text("adam"),
                Hyperparameter.HIDDEN_UNITS, new Widths(List.of(91))));

    assertThat(mixed.course(best).bestAfter(1)).isCloseTo(mixed.optimum(), within(1e-15));
    // log2(90.5) is 6.49985, and a whole number of units cannot hit 6.5.
    assertThat(mixed.optimum()).isBetween(1e-6, 1e-5);
  }

  /** A negative regret would make any ratio of regrets meaningless. */
  @ParameterizedTest
  @MethodSource("functions")
  void nothingIsBelowTheOptimum(Problem problem) {
    var random = new SplittableRandom(1);
    for (int i = 0; i < 10_000; i++) {
      double[] point = random.doubles(problem.space().dimensions()).toArray();
      assertThat(problem.course(problem.space().at(point)).bestAfter(1))
          .isGreaterThanOrEqualTo(problem.optimum());
    }
  }
}
