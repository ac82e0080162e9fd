package sweep4j.worker.data;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How many rows of each stratum a split takes, by the method of largest remainders (Hamilton's):
 * each gets its quota rounded down, and what is left of the total goes to those that lost most.
 */
final class Apportionment {
  private Apportionment() {}

  /**
   * Counts that sum to {@code share} of all rows, rounded and at least 1, unless {@code atLeast}
   * asks for more.
   *
   * @param sizes rows per stratum
   * @param share above 0 and below 1
   * @param atLeast what each stratum that has rows gets at least
   */
  static int[] counts(int[] sizes, double share, int atLeast) {
    int[] counts = new int[sizes.length];
    double[] remainders = new double[sizes.length];
    long all = 0;
    long given = 0;
    for (int i = 0; i < sizes.length; i++) {
      double quota = sizes[i] * share;
      int floor = (int) quota;
      counts[i] = sizes[i] == 0 ? 0 : Math.max(floor, atLeast);
      remainders[i] = quota - counts[i];
      all += sizes[i];
      given += counts[i];
    }
    long wanted = Math.max(1, Math.round(all * share));
    int[] byRemainder =
        IntStream.range(0, sizes.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -remainders[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < byRemainder.length && given < wanted; i++) {
      if (counts[byRemainder[i]] < sizes[byRemainder[i]]) {
        counts[byRemainder[i]]++;
        given++;
      }
    }
    return counts;
  }
}
