package sweep4j.worker.data;

import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Some examples, ready for a network. The arrays belong to whoever takes the batch: they are in
 * native memory and stay there until {@link #close} or the garbage collector frees them.
 */
public final class Batch implements AutoCloseable {
  private final Subset subset;
  private final int[] order;
  private final int start;
  private final int size;
  private final INDArray features;
  private final INDArray labels;
  private final Consumer<Batch> owner;
  private boolean closed;

  /** A batch whose arrays go back to {@code owner} when it is closed. */
  Batch(
      Subset subset,
      int[] order,
      int start,
      int size,
      INDArray features,
      INDArray labels,
      Consumer<Batch> owner) {
    this.subset = subset;
    this.order = order;
    this.start = start;
    this.size = size;
    this.features = features;
    this.labels = labels;
    this.owner = owner;
  }

  /** How many examples; at least 1. */
  public int size() {
    return size;
  }

  /** Scaled inputs: [size, columns], float, in 'c' order. */
  public INDArray features() {
    return features;
  }

  /** [size, classes] with a 1 at the example's class, or [size, 1] scaled targets; float, 'c'. */
  public INDArray labels() {
    return labels;
  }

  /** The row in the subset's examples of example {@code i}, from 0 to {@code size() - 1}. */
  public int row(int i) {
    return subset.row(order[start + i]);
  }

  /**
   * The class of example {@code i}.
   *
   * @throws ClassCastException if this is a regression
   */
  public int classOf(int i) {
    return ((Labels.Classes) subset.examples().labels()).of(row(i));
  }

  /**
   * The unscaled target of example {@code i}.
   *
   * @throws ClassCastException if this is a classification
   */
  public float targetOf(int i) {
    return ((Labels.Targets) subset.examples().labels()).of(row(i));
  }

  /** The same two arrays as a pair that {@code fit} takes. */
  public DataSet toDataSet() {
    return new DataSet(features, labels);
  }

  /**
   * Gives the two arrays up, to be freed or to be used for a later batch. They, and views of them,
   * must not be used any more.
   */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      owner.accept(this);
    }
  }
}
