package sweep4j.driver.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;

/**
 * Prevents that a sampler is shown a finished trial, or tries a wanted one, beside where it is: a
 * model of such points would be off by a level, and nobody would see it.
 */
class UnitOfTest {

  static Stream<Domain> finite() {
    return DomainTest.finite();
  }

  static Stream<Domain> continua() {
    return Stream.of(
        new Uniform(0.1, 0.7),
        new Uniform(-3e5, 7e6),
        new Uniform(-Double.MAX_VALUE, Double.MAX_VALUE),
        new LogUniform(1e-5, 1e-1),
        new LogUniform(3e-7, 1e12),
        new LogUniform(1e-300, 1e300));
  }

  @ParameterizedTest
  @MethodSource("finite")
  void aLevelIsFoundAgainExactly(Domain domain) {
    int last = domain.levels() - 1;
    Stream.concat(
            IntStream.of(0, last / 2, Math.max(0, last - 1), last).boxed(),
            new SplittableRandom(2).ints(1000, 0, domain.levels()).boxed())
        .forEach(
            level -> {
              ParameterValue value = domain.at(domain.unitOfLevel(level));
              assertThat(domain.contains(value)).isTrue();
              assertThat(domain.unitOf(value)).isEqualTo(domain.unitOfLevel(level));
              assertThat(domain.at(domain.unitOf(value))).isEqualTo(value);
            });
  }

  @ParameterizedTest
  @MethodSource("continua")
  void aPlaceInAContinuumIsFoundAgainToTheLastDigits(Domain domain) {
    double slack = slack(domain);
    new SplittableRandom(3)
        .doubles(10_000)
        .forEach(
            unit -> {
              ParameterValue value = domain.at(unit);
              assertThat(domain.unitOf(value)).isCloseTo(unit, within(1e-13));
              double again = real(domain.at(domain.unitOf(value)));
              double scale = domain instanceof Uniform range ? widest(range) : real(value);
              assertThat(again).isCloseTo(real(value), within(slack * scale));
            });
    assertThat(domain.unitOf(domain.at(0.0))).isEqualTo(0.0);
    assertThat(domain.unitOf(domain.at(1.0))).isEqualTo(1.0);
  }

  /**
   * Relative to the wider end for an even range, to the value for a logarithmic one. A coordinate
   * has 2^-53 for its last digit and a few roundings; exp makes as much more of them as the
   * logarithms are large.
   */
  private static double slack(Domain domain) {
    double digits = 8 * 0x1p-53;
    return domain instanceof LogUniform range
        ? digits * (1 + Math.abs(Math.log(range.min())) + Math.abs(Math.log(range.max())))
        : digits;
  }

  private static double widest(Uniform range) {
    return Math.max(Math.abs(range.min()), Math.abs(range.max()));
  }

  /** Who asks for a learning rate of 0.01 must not read 0.010000000000000002 on the leaderboard. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 12})
  void whatAPersonWritesComesBackAsWritten(int digits) {
    var random = new SplittableRandom(digits);
    var domains = List.of(new LogUniform(1e-6, 1e2), new Uniform(0.001, 0.9));
    for (int i = 0; i < 5000; i++) {
      double number = 0.001 + 0.899 * random.nextDouble();
      var written =
          new Real(Double.parseDouble(String.format(Locale.ROOT, "%." + digits + "g", number)));
      for (Domain domain : domains) {
        if (domain.contains(written)) {
          assertThat(domain.at(domain.unitOf(written))).isEqualTo(written);
        }
      }
    }
  }

  static Stream<Arguments> foreign() {
    return Stream.of(
        Arguments.of(new Uniform(0.1, 0.7), new Real(0.8)),
        Arguments.of(new Uniform(0.1, 0.7), new Whole(0)),
        Arguments.of(new LogUniform(0.1, 0.7), new Real(Math.nextDown(0.1))),
        Arguments.of(new Quantized(0.0, 0.6, 0.1), new Real(0.30000000000000004)),
        Arguments.of(new Quantized(0.0, 0.6, 0.1), new Real(0.7)),
        Arguments.of(new Quantized(0.0, 0.6, 0.1), new Text("0.1")),
        Arguments.of(new IntUniform(2, 8, 3), new Whole(4)),
        Arguments.of(new IntUniform(2, 8, 3), new Whole(11)),
        Arguments.of(new IntUniform(2, 8, 3), new Real(5.0)),
        Arguments.of(new IntLogUniform(2, 8), new Whole(9)),
        Arguments.of(new Stepped(new Uniform(0.0, 1.0), 5), new Real(0.3)),
        Arguments.of(new Stepped(new Uniform(0.0, 1.0), 5), new Real(1.25)),
        Arguments.of(new Choices(List.of(new Text("a"), new Text("b"))), new Text("c")),
        Arguments.of(new Fixed(new Text("a")), new Text("b")));
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void aForeignValueIsRefusedAndNotTakenForItsNeighbour(Domain domain, ParameterValue value) {
    assertThat(domain.contains(value)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> domain.unitOf(value))
        .withMessageContainingAll(value + " is not a value of", domain.toString());
  }

  static Stream<Parameter> typed() {
    List<ParameterValue> wholes = List.of(new Whole(8), new Whole(16));
    return Stream.of(
        new Parameter(Hyperparameter.HIDDEN_UNITS, new IntUniform(8, 64, 8)),
        new Parameter(Hyperparameter.HIDDEN_UNITS, new IntLogUniform(8, 64)),
        new Parameter(Hyperparameter.HIDDEN_UNITS, new Choices(wholes)),
        new Parameter(
            Hyperparameter.HIDDEN_UNITS,
            new Choices(List.of(new Widths(List.of(8, 8)), new Widths(List.of(8))))),
        new Parameter(Hyperparameter.LEARNING_RATE, new IntUniform(1, 9)),
        new Parameter(Hyperparameter.LEARNING_RATE, new Choices(wholes)),
        new Parameter(Hyperparameter.LAMBDA, new Fixed(new Whole(0))),
        new Parameter(Hyperparameter.BATCH_SIZE, new IntUniform(8, 64)));
  }

  /** The domain of a parameter may be of whole numbers where its values are something else. */
  @ParameterizedTest
  @MethodSource("typed")
  void aParameterFindsItsOwnKindOfValue(Parameter parameter) {
    for (int level = 0; level < parameter.domain().levels(); level++) {
      double unit = parameter.domain().unitOfLevel(level);
      assertThat(parameter.contains(parameter.at(unit))).isTrue();
      assertThat(parameter.unitOf(parameter.at(unit))).isEqualTo(unit);
    }
    assertThat(parameter.contains(new Text("no"))).isFalse();
    assertThat(parameter.contains(new Real(8.5))).isFalse();
    assertThat(parameter.contains(new Widths(List.of(8, 9)))).isFalse();
  }

  @Test
  void aSpaceFindsTheCoordinatesOfWhatIsSet() {
    var space =
        new SearchSpace(
            List.of(
                new Parameter(Hyperparameter.UPDATER, new Fixed(new Text("sgd"))),
                new Parameter(Hyperparameter.HIDDEN_UNITS, new IntUniform(8, 64, 8)),
                new Parameter(Hyperparameter.DROPOUT, new Quantized(0.0, 0.5, 0.1))));
    assertThat(space.pointOf(space.at(new double[] {0.99, 0.51})))
        .containsExactly(7.5 / 8, 3.5 / 6);
    assertThat(space.pointOf(Hyperparameters.defaults())).containsExactly(Double.NaN, Double.NaN);
    Hyperparameters foreign =
        Hyperparameters.defaults().with(Hyperparameter.DROPOUT, new Real(0.55));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.pointOf(foreign))
        .withMessageContaining("0.55 is not a value of");
  }

  private static double real(ParameterValue value) {
    return ((Real) value).value();
  }
}
