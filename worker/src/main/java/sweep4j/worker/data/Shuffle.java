package sweep4j.worker.data;

import java.util.SplittableRandom;

/**
 * The shuffle of Fisher and Yates, as in D. Knuth, "The Art of Computer Programming", volume 2,
 * algorithm 3.4.2P: every order is equally likely.
 */
final class Shuffle {
  private Shuffle() {}

  static void shuffle(int[] values, SplittableRandom random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
  }
}
