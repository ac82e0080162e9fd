package sweep4j.worker.data;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws validation and test rows; the others are for training. Each stratum gives its share to
 * each, and keeps at least one row for training. The rows of a split are in ascending order.
 */
final class Splitter {
  private final Rows training;
  private final Rows validation;
  private final Rows test;

  /**
   * Draws.
   *
   * @param validationShare the share of all rows, or 0 for none
   * @param testShare the share of all rows, or 0 for none
   * @param atLeast rows of each stratum in validation and in test where their share is not 0; each
   *     stratum that has rows has enough of them for that and one more
   */
  Splitter(
      Strata strata,
      double validationShare,
      double testShare,
      int atLeast,
      SplittableRandom random) {
    int[] sizes = strata.sizes();
    int[] forValidation = counts(sizes, validationShare, atLeast);
    int[] forTest = counts(sizes, testShare, atLeast);
    int[][] rows = strata.rows();
    int total = Arrays.stream(sizes).sum();
    training = new Rows(total);
    validation = new Rows(total);
    test = new Rows(total);
    for (int stratum = 0; stratum < sizes.length; stratum++) {
      if (sizes[stratum] == 0) {
        continue;
      }
      keepOneForTraining(stratum, sizes, forValidation, forTest);
      int[] shuffled = rows[stratum];
      Shuffle.shuffle(shuffled, random.split());
      int endOfValidation = forValidation[stratum];
      int endOfTest = endOfValidation + forTest[stratum];
      validation.add(shuffled, 0, endOfValidation);
      test.add(shuffled, endOfValidation, endOfTest);
      training.add(shuffled, endOfTest, shuffled.length);
    }
  }

  private static int[] counts(int[] sizes, double share, int atLeast) {
    return share == 0 ? new int[sizes.length] : Apportionment.counts(sizes, share, atLeast);
  }

  /** Rounding may have given away all rows of a small stratum; the larger part gives one back. */
  private static void keepOneForTraining(
      int stratum, int[] sizes, int[] forValidation, int[] forTest) {
    while (forValidation[stratum] + forTest[stratum] >= sizes[stratum]) {
      if (forValidation[stratum] >= forTest[stratum]) {
        forValidation[stratum]--;
      } else {
        forTest[stratum]--;
      }
    }
  }

  int[] training() {
    return training.sorted();
  }

  /** Empty if its share is 0. */
  int[] validation() {
    return validation.sorted();
  }

  /** Empty if its share is 0. */
  int[] test() {
    return test.sorted();
  }

  private static final class Rows {
    private final int[] rows;
    private int size;

    Rows(int most) {
      rows = new int[most];
    }

    void add(int[] from, int start, int end) {
      System.arraycopy(from, start, rows, size, end - start);
      size += end - start;
    }

    int[] sorted() {
      int[] sorted = Arrays.copyOf(rows, size);
      Arrays.sort(sorted);
      return sorted;
    }
  }
}
