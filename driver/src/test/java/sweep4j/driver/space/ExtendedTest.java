package sweep4j.driver.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;

class ExtendedTest {
  private static final Condition SGD =
      new Condition(Hyperparameter.UPDATER, List.of(new Text("sgd")));

  /** A value beyond the catalogue's bounds would fail every trial that has it. */
  @ParameterizedTest
  @MethodSource("ranges")
  void aRangeGrowsByItsOwnWidthAsFarAsIsLegal(
      Hyperparameter hyperparameter, Domain declared, Domain wide) {
    Parameter extended = new Parameter(hyperparameter, declared).extended();
    assertThat(((Extended) extended.domain()).wide()).isEqualTo(wide);
  }

  static Stream<Arguments> ranges() {
    return Stream.of(
        Arguments.of(
            Hyperparameter.LEARNING_RATE, new LogUniform(1e-4, 1e-2), new LogUniform(1e-6, 1.0)),
        Arguments.of(
            Hyperparameter.LEARNING_RATE,
            new LogUniform(1e-300, 1.0),
            new LogUniform(Double.MIN_NORMAL, 1e30)),
        Arguments.of(
            Hyperparameter.DROPOUT, new Uniform(0.0, 0.5), new Uniform(0.0, Math.nextDown(1.0))),
        Arguments.of(Hyperparameter.LAMBDA, new Uniform(0.25, 0.5), new Uniform(0.0, 0.75)),
        Arguments.of(Hyperparameter.BATCH_SIZE, new IntUniform(3, 9), new IntUniform(1, 15)),
        Arguments.of(
            Hyperparameter.HIDDEN_UNITS, new IntLogUniform(8, 64), new IntLogUniform(1, 512)),
        Arguments.of(
            Hyperparameter.HIDDEN_UNITS,
            new IntLogUniform(1000, 100_000),
            new IntLogUniform(10, 1 << 20)));
  }

  /** Lists and steps were written value by value; what fills its legal range has nowhere to go. */
  @Test
  void listsStepsAndFullRangesStayAsTheyAre() {
    for (Parameter parameter :
        List.of(
            new Parameter(Hyperparameter.DROPOUT, new Stepped(new Uniform(0.1, 0.5), 3)),
            new Parameter(
                Hyperparameter.BATCH_SIZE, new Choices(List.of(new Whole(16), new Whole(32)))),
            new Parameter(Hyperparameter.DROPOUT, new Quantized(0.1, 0.5, 0.1)),
            new Parameter(Hyperparameter.BATCH_SIZE, new IntUniform(16, 64, 16)),
            new Parameter(Hyperparameter.DROPOUT, new Fixed(new Real(0.5))),
            new Parameter(Hyperparameter.UPDATER, new Choices(List.of(new Text("adam")))),
            new Parameter(Hyperparameter.DROPOUT, new Uniform(0.0, Math.nextDown(1.0))))) {
      assertThat(parameter.extended()).isEqualTo(parameter);
    }
  }

  /** A parameter that loses its conditions would be set where nothing reads it. */
  @Test
  void conditionsStay() {
    var rate = new Parameter(Hyperparameter.MOMENTUM, new Uniform(0.4, 0.5), List.of(SGD));
    assertThat(rate.extended().conditions()).containsExactly(SGD);
    assertThat(rate.extended().declared()).isEqualTo(rate);
  }

  /** Off by one level, the first round would try a value that nobody declared. */
  @ParameterizedTest
  @MethodSource("ranges")
  void theDeclaredPartIsExactlyWhatWasDeclared(
      Hyperparameter hyperparameter, Domain declared, Domain wide) {
    var extended = new Extended(declared, wide);
    if (declared.levels() == 0) {
      // Through a logarithm of a number near 1e-300 and back; coordinates have 16 digits.
      assertThat(real(extended.at(extended.low())) / real(declared.at(0.0)))
          .matches(ratio -> Double.isNaN(ratio) || Math.abs(ratio - 1) < 1e-9);
      assertThat(real(extended.at(extended.high())) / real(declared.at(1.0)))
          .isCloseTo(1.0, within(1e-9));
      return;
    }
    assertThat(extended.at(extended.low())).isEqualTo(declared.at(0.0));
    assertThat(extended.at(extended.high())).isEqualTo(declared.at(1.0));
    if (extended.low() > 0.0) {
      assertThat(extended.at(Math.nextDown(extended.low()))).isNotEqualTo(declared.at(0.0));
    }
    if (extended.high() < 1.0) {
      assertThat(extended.at(Math.nextUp(extended.high()))).isNotEqualTo(declared.at(1.0));
    }
  }

  private static double real(ParameterValue value) {
    return ((Real) value).value();
  }

  /** Resuming a run goes from the values in the journal back to points. */
  @Test
  void valuesBeyondTheDeclaredRangeAreFoundBack() {
    SearchSpace space =
        new SearchSpace(
                List.of(
                    new Parameter(Hyperparameter.LEARNING_RATE, new LogUniform(1e-4, 1e-2)),
                    new Parameter(Hyperparameter.HIDDEN_UNITS, new IntLogUniform(8, 64))))
            .extended();
    for (double[] point : new double[][] {{0.01, 0.02}, {0.5, 0.5}, {0.97, 0.99}}) {
      double[] back = space.pointOf(space.at(point));
      assertThat(back[0]).isCloseTo(point[0], within(1e-12));
      assertThat(space.at(back)).isEqualTo(space.at(point));
    }
    assertThat(space.at(new double[] {1.0, 1.0}).set())
        .containsEntry(Hyperparameter.LEARNING_RATE, new Real(1.0))
        .containsEntry(Hyperparameter.HIDDEN_UNITS, new Widths(List.of(512)));
  }

  @Test
  void bothRangesAreOfOneKind() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Extended(new Uniform(0.1, 0.2), new LogUniform(0.1, 0.2)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Extended(new Uniform(0.1, 0.3), new Uniform(0.1, 0.2)));
  }
}
