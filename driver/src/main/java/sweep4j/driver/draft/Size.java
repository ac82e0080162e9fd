package sweep4j.driver.draft;

import java.util.ArrayList;
import java.util.List;

/**
 * How large a network to begin with, and how long to train it, by the number of training rows: more
 * rows bear more weights, and need fewer passes.
 *
 * @param hiddenUnits widths of its layers
 * @param batchSizes to choose from
 * @param maxEpochs passes at most
 * @param patience passes without a better score that end a trial
 * @param trials how many to begin with
 */
record Size(
    List<Integer> hiddenUnits, List<Integer> batchSizes, int maxEpochs, int patience, int trials) {

  private static final int NARROWEST = 16;
  private static final int WIDEST = 256;

  /** Below, a second layer finds nothing that the first has not. */
  private static final int WIDTH_OF_TWO_LAYERS = 32;

  private static final int SMALLEST_BATCH = 8;
  private static final int LARGEST_BATCH = 512;

  /** Fewer updates in a pass make early stopping coarse. */
  private static final int BATCHES_PER_EPOCH = 10;

  private static final int BATCH_SIZES = 4;

  Size {
    hiddenUnits = List.copyOf(hiddenUnits);
    batchSizes = List.copyOf(batchSizes);
  }

  /** The size for {@code trainingRows}. */
  static Size of(long trainingRows) {
    int width = width(trainingRows);
    List<Integer> layers = width < WIDTH_OF_TWO_LAYERS ? List.of(width) : List.of(width, width / 2);
    List<Integer> batches = batchSizes(trainingRows);
    if (trainingRows < 2_000) {
      return new Size(layers, batches, 100, 10, 40);
    } else if (trainingRows < 20_000) {
      return new Size(layers, batches, 60, 8, 40);
    } else if (trainingRows < 200_000) {
      return new Size(layers, batches, 30, 5, 30);
    }
    return new Size(layers, batches, 15, 3, 20);
  }

  /** The power of two that is nearest to 1.5 sqrt(n), by ratio. */
  private static int width(long rows) {
    double wanted = 1.5 * Math.sqrt((double) rows);
    int width = 1 << (int) Math.max(0, Math.rint(Math.log(wanted) / Math.log(2)));
    return Math.max(NARROWEST, Math.min(WIDEST, width));
  }

  private static List<Integer> batchSizes(long rows) {
    var sizes = new ArrayList<>(List.of(SMALLEST_BATCH, 2 * SMALLEST_BATCH));
    for (int size = 4 * SMALLEST_BATCH;
        size <= LARGEST_BATCH && size * (long) BATCHES_PER_EPOCH <= rows;
        size *= 2) {
      sizes.add(size);
    }
    return sizes.subList(Math.max(0, sizes.size() - BATCH_SIZES), sizes.size());
  }
}
