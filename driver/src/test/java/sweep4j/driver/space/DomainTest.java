package sweep4j.driver.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;

class DomainTest {

  static Stream<Domain> finite() {
    return Stream.of(
        new IntUniform(-3, 4),
        new IntUniform(0, Integer.MAX_VALUE - 2),
        new IntUniform(-7, 14, 3),
        new IntUniform(Integer.MIN_VALUE, Integer.MAX_VALUE - 3, 2),
        new Quantized(0.0, 0.6, 0.1),
        new Quantized(-1.5, 1e6, 0.25),
        new Quantized(1e-300, 9e-300, 1e-300),
        new IntLogUniform(1, 2),
        new IntLogUniform(1, 1000),
        new IntLogUniform(16, 512),
        new IntLogUniform(1, Integer.MAX_VALUE),
        new Stepped(new Uniform(0.0, 0.6), 7),
        new Stepped(new LogUniform(1e-5, 1e-1), 5),
        new Choices(List.of(new Text("relu"), new Text("tanh"), new Text("elu"))),
        new Choices(List.of(new Whole(16), new Whole(64), new Whole(32))),
        weighted(1.0, 1e-5, 1.0, 0.3),
        weighted(1e300, 1e299, 1e299),
        weighted(7.0, 7.0, 7.0),
        new Choices(List.of(widths(4), widths(8, 8)), List.of(1.0, 2.0), true),
        new Choices(List.of(new Real(0.5), new Real(0.25)), List.of(1.0, 1.0), false),
        new Fixed(new Real(0.5)));
  }

  static Stream<Domain> all() {
    return Stream.concat(
        finite(),
        Stream.of(
            new Uniform(0.1, 0.7),
            new Uniform(-Double.MAX_VALUE, Double.MAX_VALUE),
            new LogUniform(1e-5, 1e-1),
            new LogUniform(3e-7, 0.3),
            new LogUniform(Double.MIN_VALUE, Double.MAX_VALUE)));
  }

  /** A grid that lands beside a level would try one value twice and never try another. */
  @ParameterizedTest
  @MethodSource("finite")
  void theCoordinateOfALevelGivesThatLevel(Domain domain) {
    int last = domain.levels() - 1;
    var random = new SplittableRandom(1);
    Stream.concat(
            Stream.of(0, last / 2, Math.max(0, last - 1), last),
            random.ints(1000, 0, domain.levels()).boxed())
        .forEach(level -> assertThat(domain.levelAt(domain.unitOfLevel(level))).isEqualTo(level));
  }

  /** A sampler that asks for a share and one that draws from it must mean the same. */
  @ParameterizedTest
  @MethodSource("finite")
  void sharesAreWhatDrawsGet(Domain domain) {
    int draws = 100_000;
    int levels = Math.min(domain.levels(), 50);
    double[] drawn = new double[levels];
    for (int i = 0; i < draws; i++) {
      int level = domain.levelAt((i + 0.5) / draws);
      if (level < levels) {
        drawn[level] += 1.0 / draws;
      }
    }
    for (int level = 0; level < levels; level++) {
      // Evenly spaced coordinates miss a share by at most one at either edge.
      assertThat(domain.shareOf(level)).isPositive().isCloseTo(drawn[level], within(2.0 / draws));
    }
  }

  @ParameterizedTest
  @MethodSource("finite")
  void aSmallDomainHasAsManyValuesAsLevels(Domain domain) {
    int levels = Math.min(domain.levels(), 1000);
    Set<ParameterValue> values = new HashSet<>();
    for (int level = 0; level < levels; level++) {
      values.add(domain.at(domain.unitOfLevel(level)));
    }
    assertThat(values).hasSize(levels);
  }

  @ParameterizedTest
  @MethodSource("all")
  void coordinatesOutsideTheUnitIntervalAreRefused(Domain domain) {
    for (double unit : new double[] {-1e-9, 1.0 + 1e-9, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> domain.at(unit))
          .withMessageContaining("0 <= unit <= 1");
    }
  }

  /** Rounding in exp and log must not carry a value past the ends that the user wrote. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1e-7, 3e-5, 0.1, 0.3, 7.0})
  void endsAreExactAndNothingIsBeyondThem(double min) {
    for (double ratio : new double[] {1.0000001, 1.7, 10, 1e3, 1e6}) {
      double max = min * ratio;
      for (Domain domain : List.of(new Uniform(min, max), new LogUniform(min, max))) {
        assertThat(domain.at(0.0)).isEqualTo(new Real(min));
        assertThat(domain.at(1.0)).isEqualTo(new Real(max));
        for (double unit : new double[] {1e-17, 1e-9, 0.1, 1 - 1e-9, Math.nextDown(1.0)}) {
          assertThat(real(domain.at(unit))).isBetween(min, max);
        }
      }
    }
  }

  @Test
  void theMiddleOfALogarithmicRangeIsTheGeometricMean() {
    // A few last digits: exp loses about |log| = 7 times 2^-53.
    assertThat(real(new LogUniform(1e-5, 1e-1).at(0.5))).isCloseTo(1e-3, within(1e-17));
  }

  @Test
  void wholeNumbersHaveEqualShares() {
    var domain = new IntUniform(2, 5);
    assertThat(Stream.of(0.0, 0.249, 0.251, 0.499, 0.501, 0.749, 0.751, 1.0).map(domain::at))
        .extracting(Object::toString)
        .containsExactly("2", "2", "3", "3", "4", "4", "5", "5");
  }

  /** Rounding a log-uniform real number from [min, max] would halve the shares of both ends. */
  @Test
  void logarithmicWholeNumbersHaveTheDocumentedShares() {
    var domain = new IntLogUniform(1, 8);
    int draws = 1_000_000;
    int[] counts = new int[8];
    for (int i = 0; i < draws; i++) {
      counts[domain.levelAt((i + 0.5) / draws)]++;
    }
    for (int number = 1; number <= 8; number++) {
      double share = Math.log((number + 0.5) / (number - 0.5)) / Math.log(8.5 / 0.5);
      // Evenly spaced coordinates miss a share by at most one at either edge.
      assertThat(counts[number - 1]).isCloseTo((int) Math.round(share * draws), within(2));
    }
  }

  @Test
  void stepsAreEvenInTheScaleOfTheirParameterAndReadable() {
    var domain = new Stepped(new LogUniform(1e-5, 1e-1), 5);
    assertThat(Stream.of(0, 1, 2, 3, 4).map(k -> domain.at(domain.unitOfLevel(k))))
        .extracting(Object::toString)
        .containsExactly("1.0E-5", "1.0E-4", "0.001", "0.01", "0.1");
  }

  @Test
  void numbersAreOrderedAndNamesAreNot() {
    var numbers = new Choices(List.of(new Whole(64), new Whole(16), new Whole(32)));
    assertThat(numbers.ordered()).isTrue();
    assertThat(numbers.values()).containsExactly(new Whole(16), new Whole(32), new Whole(64));
    assertThat(new Choices(List.of(widths(64), widths(8))).values())
        .containsExactly(widths(8), widths(64));
    assertThat(new Choices(List.of(widths(64), widths(64, 32))).ordered()).isFalse();
    assertThat(new Choices(List.of(new Text("tanh"), new Text("relu"))).values())
        .containsExactly(new Text("tanh"), new Text("relu"));
  }

  /** A weight that stays behind when its value is moved would draw another value more often. */
  @Test
  void whoSaysSoDecidesWhatIsOrdered() {
    List<ParameterValue> sizes = List.of(new Whole(64), new Whole(16), new Whole(32));
    var sorted = new Choices(sizes, List.of(3.0, 1.0, 2.0), true);
    assertThat(sorted.values()).containsExactly(new Whole(16), new Whole(32), new Whole(64));
    assertThat(sorted.weights()).containsExactly(1.0, 2.0, 3.0);
    var unordered = new Choices(sizes, List.of(3.0, 1.0, 2.0), false);
    assertThat(unordered.values()).isEqualTo(sizes);
    assertThat(unordered.weights()).containsExactly(3.0, 1.0, 2.0);
    assertThat(unordered.ordered()).isFalse();
    List<ParameterValue> names = List.of(new Text("tanh"), new Text("relu"));
    var ranked = new Choices(names, List.of(1.0, 1.0), true);
    assertThat(ranked.values()).isEqualTo(names);
    assertThat(ranked.ordered()).isTrue();
  }

  @Test
  void weightsCutSharesInProportion() {
    var domain = weighted(3.0, 1.0, 1.0);
    assertThat(Stream.of(0.0, 0.599, 0.601, 0.799, 0.801, 1.0).map(domain::levelAt))
        .containsExactly(0, 0, 1, 1, 2, 2);
    assertThat(domain.shareOf(0)).isEqualTo(0.6);
  }

  /** Steps added up in binary would read 0.30000000000000004. */
  @Test
  void quantizedValuesReadAsWritten() {
    var domain = new Quantized(0.1, 0.7, 0.1);
    assertThat(Stream.of(0, 1, 2, 3, 4, 5, 6).map(k -> domain.at(domain.unitOfLevel(k))))
        .extracting(Object::toString)
        .containsExactly("0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7");
    assertThat(domain.at(0.0)).isEqualTo(new Real(0.1));
    assertThat(domain.at(1.0)).isEqualTo(new Real(0.7));
  }

  @Test
  void aBrokenRuleIsNamedWithTheValuesThatBrokeIt() {
    assertRefused(() -> new Uniform(0.5, 0.5), "`min < max`", "(min=0.5, max=0.5)");
    assertRefused(() -> new Uniform(0.5, Double.NaN), "`min < max`", "max=NaN");
    assertRefused(() -> new Uniform(0, Double.POSITIVE_INFINITY), "finite", "max=Infinity");
    assertRefused(() -> new LogUniform(0.0, 1.0), "`min > 0`", "min=0.0");
    assertRefused(() -> new LogUniform(Double.NaN, 1.0), "`min > 0`", "min=NaN");
    assertRefused(() -> new LogUniform(2.0, 1.0), "`min < max`", "(min=2.0, max=1.0)");
    assertRefused(() -> new IntUniform(3, 3), "`min < max`", "(min=3, max=3)");
    assertRefused(() -> new IntUniform(-1, Integer.MAX_VALUE), "2^31", "min=-1");
    assertRefused(() -> new IntLogUniform(0, 4), "`min >= 1`", "min=0");
    assertRefused(() -> new IntLogUniform(5, 4), "`min < max`", "(min=5, max=4)");
    assertRefused(() -> new Stepped(new Uniform(0, 1), 1), "`steps >= 2`", "steps=1");
    assertRefused(() -> new Stepped(new IntUniform(0, 9), 3), "continuum", "IntUniform");
    assertRefused(() -> new Choices(List.of()), "at least one value");
    assertRefused(() -> new Choices(List.of(new Whole(1), new Whole(1))), "different", "[1, 1]");
    assertRefused(() -> new Choices(List.of(new Whole(1), new Real(2))), "one kind", "[1, 2.0]");
    assertRefused(() -> new IntUniform(0, 3).unitOfLevel(4), "level < levels", "level=4");
    assertRefused(() -> new IntUniform(0, 9, 0), "`q >= 1`", "q=0");
    assertRefused(() -> new IntUniform(0, 9, 2), "`max = min + k * q`", "(min=0, max=9, q=2)");
    assertRefused(() -> new Quantized(0, 0.55, 0.1), "`max = min + k * q`", "max=0.55", "q=0.1");
    assertRefused(() -> new Quantized(0, 1, 0), "`q >= ", "q=0.0");
    assertRefused(() -> new Quantized(0, 1, Double.NaN), "`q >= ", "q=NaN");
    assertRefused(() -> new Quantized(0, 1, 1e-10), "2^31", "q=1.0E-10");
    assertRefused(() -> new Quantized(1e17, 2e17, 1), "tell the values apart", "q=1.0");
    assertRefused(() -> new Quantized(1, 0, 0.1), "`min < max`");
    assertRefused(() -> weighted(1.0, 0.0), "above 0", "[1.0, 0.0]");
    assertRefused(() -> weighted(1.0, Double.NaN), "above 0", "NaN");
    assertRefused(() -> weighted(1e308, 1e308), "finite", "1.0E308");
    assertRefused(() -> weighted(1.0, 1e-7), "1.0E-6", "[1.0, 1.0E-7]");
    assertRefused(
        () -> new Choices(List.of(new Whole(1)), List.of(1.0, 2.0), true),
        "1 values",
        "[1.0, 2.0]");
  }

  @Test
  void aContinuumHasNoLevels() {
    assertThatThrownBy(() -> new Uniform(0, 1).levelAt(0.5))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("continuum");
  }

  private static void assertRefused(Runnable creation, String... parts) {
    assertThatIllegalArgumentException().isThrownBy(creation::run).withMessageContainingAll(parts);
  }

  /** Numbers from 0, with these weights. */
  private static Choices weighted(Double... weights) {
    return new Choices(
        IntStream.range(0, weights.length).<ParameterValue>mapToObj(Whole::new).toList(),
        List.of(weights),
        true);
  }

  private static Widths widths(Integer... widths) {
    return new Widths(List.of(widths));
  }

  private static double real(ParameterValue value) {
    return ((Real) value).value();
  }
}
