package sweep4j.laboratory.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A comparison with its sides swapped would call the worse sampler the better. */
class ComparisonTest {

  private static double[] sample(long seed, double shift) {
    return new SplittableRandom(seed).doubles(50).map(each -> each + shift).toArray();
  }

  @Test
  void theLowerIsTheBetter() {
    assertThat(Comparison.of(sample(1, 0.0), sample(2, 0.5)).better()).isTrue();
    assertThat(Comparison.of(sample(1, 0.5), sample(2, 0.0)).worse()).isTrue();
  }

  /** On a table of recorded trainings, most sweeps of both may end at the best of all. */
  @Test
  void ofEqualMediansThatWithFewerBadEndsIsTheBetter() {
    var mostlyZero = new double[50];
    var oftenZero = new double[50];
    Arrays.fill(oftenZero, 30, 50, 0.01);
    assertThat(Comparison.of(mostlyZero, oftenZero).better()).isTrue();
    assertThat(Comparison.of(oftenZero, mostlyZero).worse()).isTrue();
  }

  @Test
  void noiseIsNoDifference() {
    assertThat(Comparison.of(sample(1, 0.0), sample(2, 0.0))).hasToString("level");
  }
}
