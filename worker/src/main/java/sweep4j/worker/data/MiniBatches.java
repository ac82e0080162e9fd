package sweep4j.worker.data;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a split into mini-batches, each example in exactly one of them; the last holds what is left.
 * The order of an epoch depends on the generator passed in and on nothing before it, so epochs can
 * be resumed at any. One thread at a time: rows are made in a buffer that all batches share.
 */
public final class MiniBatches {
  /** Native memory is written through a view that counts its bytes in an int. */
  private static final int MOST_VALUES = Integer.MAX_VALUE / Float.BYTES;

  private final Subset subset;
  private final Scaling scaling;
  private final int outputWidth;
  private final int batchSize;
  private final Variation variation;
  private final float[] example;
  private final float[] label;

  /** Batches of examples as they are; parameters as below. */
  public MiniBatches(Subset subset, Scaling scaling, int outputWidth, int batchSize) {
    this(subset, scaling, outputWidth, batchSize, Variation.NONE);
  }

  /**
   * Cuts a split.
   *
   * @param outputWidth how many classes, or 1 for regression
   * @param batchSize rows per batch, at least 1; above {@code subset.size()}, all are one batch
   * @param variation of the examples, for training
   * @throws IllegalArgumentException if a batch would have more values than an array can
   */
  MiniBatches(Subset subset, Scaling scaling, int outputWidth, int batchSize, Variation variation) {
    if (batchSize < 1) {
      throw new IllegalArgumentException("a batch has at least one row, but got " + batchSize);
    }
    this.subset = subset;
    this.scaling = scaling;
    this.outputWidth = outputWidth;
    this.variation = variation;
    this.batchSize = Math.min(batchSize, subset.size());
    long widest = Math.max(subset.examples().features().columns(), outputWidth);
    if (this.batchSize * widest > MOST_VALUES) {
      throw new IllegalArgumentException(
          "a batch must have no more than %d values, but %d rows of %d have more"
              .formatted(MOST_VALUES, this.batchSize, widest));
    }
    example = new float[subset.examples().features().columns()];
    label = new float[outputWidth];
  }

  /** Rows of a batch, but for the last. */
  public int batchSize() {
    return batchSize;
  }

  /** How many batches an epoch has; at least 1. */
  public int perEpoch() {
    int rest = subset.size() % batchSize;
    return subset.size() / batchSize + (rest >= variation.leastRows() ? 1 : 0);
  }

  /**
   * An epoch in an order drawn from {@code random}, its images varied by draws from {@code
   * augmentation}. This alone uses both from here on.
   */
  public Iterator<Batch> shuffled(SplittableRandom random, SplittableRandom augmentation) {
    return new Epoch(order(random), augmentation);
  }

  /** The places in the split of an epoch's rows, in an order drawn from {@code random}. */
  public int[] order(SplittableRandom random) {
    int[] order = IntStream.range(0, subset.size()).toArray();
    Shuffle.shuffle(order, random);
    return order;
  }

  /** The split in its own order, its images varied by draws from {@code augmentation}. */
  public Iterator<Batch> inOrder(SplittableRandom augmentation) {
    return new Epoch(IntStream.range(0, subset.size()).toArray(), augmentation);
  }

  /** An epoch in the split's own order, for evaluation: no image is varied. */
  public Iterator<Batch> inOrder() {
    return new Epoch(IntStream.range(0, subset.size()).toArray(), null);
  }

  private void putFeatures(
      int[] order, int start, int size, @Nullable SplittableRandom random, FloatBuffer to) {
    Features source = subset.examples().features();
    for (int i = 0; i < size; i++) {
      source.copyRow(subset.row(order[start + i]), example, 0);
      if (variation.augmentation() != null && random != null) {
        variation.augmentation().vary(example, 0, random);
      }
      scaling.apply(example);
      to.put(example);
    }
  }

  private void putLabels(int[] order, int start, int size, FloatBuffer to) {
    if (subset.examples().labels() instanceof Labels.Targets targets) {
      for (int i = 0; i < size; i++) {
        to.put(scaling.scaleTarget(targets.of(subset.row(order[start + i]))));
      }
    } else if (subset.examples().labels() instanceof Labels.Classes classes) {
      float right = variation.right(outputWidth);
      float wrong = variation.wrong(outputWidth);
      for (int i = 0; i < size; i++) {
        Arrays.fill(label, wrong);
        label[classes.of(subset.row(order[start + i]))] = right;
        to.put(label);
      }
    }
  }

  private final class Epoch implements Iterator<Batch> {
    private final int[] order;
    private final @Nullable SplittableRandom augmentation;
    private final SpareArrays featureArrays = new SpareArrays();
    private final SpareArrays labelArrays = new SpareArrays();
    private int start;

    Epoch(int[] order, @Nullable SplittableRandom augmentation) {
      this.order = order;
      this.augmentation = augmentation;
    }

    @Override
    public boolean hasNext() {
      return order.length - start >= variation.leastRows();
    }

    @Override
    public Batch next() {
      if (!hasNext()) {
        throw new NoSuchElementException("the epoch is over");
      }
      int size = nextSize();
      int columns = subset.examples().features().columns();
      var batch =
          new Batch(
              subset,
              order,
              start,
              size,
              featureArrays.filled(
                  size, columns, to -> putFeatures(order, start, size, augmentation, to)),
              labelArrays.filled(size, outputWidth, to -> putLabels(order, start, size, to)),
              this::takeBack);
      start += size;
      return batch;
    }

    private int nextSize() {
      return hasNext() ? Math.min(batchSize, order.length - start) : 0;
    }

    private void takeBack(Batch batch) {
      featureArrays.takeBack(batch.features(), nextSize());
      labelArrays.takeBack(batch.labels(), nextSize());
    }
  }
}
