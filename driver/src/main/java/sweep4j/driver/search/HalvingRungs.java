package sweep4j.driver.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rungs of which each has eta times the epochs of the one before. All of it is whole-number
 * arithmetic: a logarithm of floating point makes 4 of the 5 rungs that 243 epochs have with eta 3.
 */
final class HalvingRungs {

  private HalvingRungs() {}

  /** {@code minEpochs * eta^k} for k = 0, 1, ... as long as it is below {@code maxEpochs}. */
  static List<Integer> upwards(int minEpochs, int eta, int maxEpochs) {
    var rungs = new ArrayList<Integer>();
    for (long epochs = minEpochs; epochs < maxEpochs; epochs *= eta) {
      rungs.add((int) epochs);
    }
    return List.copyOf(rungs);
  }

  /**
   * {@code maxEpochs / eta^k} for k = {@code count}, ..., 2, 1, rounded to the nearest whole
   * number, halves up. They are distinct and below {@code maxEpochs} as long as {@code eta^count <=
   * maxEpochs}: then all are at least 1, so neighbours are at least 1 apart before they are
   * rounded, and rounding keeps that.
   */
  static List<Integer> downwards(int maxEpochs, int eta, int count) {
    return IntStream.iterate(count, k -> k >= 1, k -> k - 1)
        .mapToObj(k -> roundedQuotient(maxEpochs, power(eta, k)))
        .toList();
  }

  /**
   * The highest s with {@code minEpochs * eta^s <= maxEpochs}; -1 if there is none, because {@code
   * minEpochs} is above {@code maxEpochs}.
   */
  static int highestPower(int minEpochs, int eta, int maxEpochs) {
    int s = -1;
    for (long epochs = minEpochs; epochs <= maxEpochs; epochs *= eta) {
      s++;
    }
    return s;
  }

  /** {@code eta^exponent}, which must be below 2^63. */
  static long power(int eta, int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power = Math.multiplyExact(power, eta);
    }
    return power;
  }

  private static int roundedQuotient(int dividend, long divisor) {
    return (int) ((2L * dividend + divisor) / (2 * divisor));
  }
}
