package sweep4j.worker.training;

import java.util.List;
import java.util.function.Supplier;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.optimize.solvers.BaseOptimizer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.comparison.CompareAndSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.conditions.Condition;
import org.nd4j.linalg.indexing.conditions.Conditions;
import sweep4j.worker.quick.QuickUpdate;

/**
 * What becomes of a network's gradients after each mini-batch: by an update of ours where that
 * knows the updater, else by Deeplearning4j's.
 *
 * <p>Also sets to zero what has decayed almost to nothing. Under weight decay, the weights and
 * moments of inputs that are often zero shrink below 1e-38, where a processor's floating-point unit
 * is many times slower.
 */
final class Updates implements AutoCloseable {
  private static final int FLUSH_EVERY_ITERATIONS = 20;
  private static final Condition NEGLIGIBLE = Conditions.absLessThan(QuickUpdate.NEGLIGIBLE);

  private final Model network;
  private final @Nullable QuickUpdate quick;

  /** Of Deeplearning4j's updater; null where that has none, or is not used. */
  private final @Nullable INDArray stockState;

  private Updates(Model network, @Nullable QuickUpdate quick, @Nullable INDArray stockState) {
    this.network = network;
    this.quick = quick;
    this.stockState = stockState;
  }

  /**
   * The updates of a network.
   *
   * @param layers those with parameters, in the order of these
   * @param gradients of all parameters
   * @param stockState makes the updater of Deeplearning4j; what it remembers, or null
   * @param stockUpdater whether it is to be used in any case
   */
  static Updates of(
      Model network,
      List<? extends Trainable> layers,
      INDArray gradients,
      Supplier<@Nullable INDArray> stockState,
      boolean stockUpdater) {
    QuickUpdate quick = stockUpdater ? null : QuickUpdate.of(network, layers, gradients);
    return new Updates(network, quick, quick == null ? stockState.get() : null);
  }

  /** Whether {@link #apply} does it; else the network's own {@code fit}. */
  boolean isQuick() {
    return quick != null;
  }

  /**
   * Ends a step whose gradients have been computed.
   *
   * @param rows of the mini-batch
   */
  void apply(int rows) {
    if (quick == null) {
      throw new IllegalStateException("Deeplearning4j's updater is in use");
    }
    int epoch = BaseOptimizer.getEpochCount(network);
    quick.apply(BaseOptimizer.getIterationCount(network), epoch, rows);
    BaseOptimizer.incrementIterationCount(network, 1);
    network.applyConstraints(BaseOptimizer.getIterationCount(network), epoch);
  }

  /** To be called after each step. */
  void flush() {
    // By the network's own count, which goes on after a pause.
    if (BaseOptimizer.getIterationCount(network) % FLUSH_EVERY_ITERATIONS != 0) {
      return;
    }
    flushNow();
  }

  void flushNow() {
    if (quick != null) {
      quick.flush();
      return;
    }
    flush(network.params());
    if (stockState != null) {
      flush(stockState);
    }
  }

  private static void flush(INDArray values) {
    Nd4j.getExecutioner().exec(new CompareAndSet(values, 0.0, NEGLIGIBLE));
  }

  /** What it remembers from step to step: a copy. */
  UpdaterState state() {
    if (quick != null) {
      return new UpdaterState(true, quick.state());
    }
    return new UpdaterState(false, stockState == null ? new float[0] : stockState.data().asFloat());
  }

  /**
   * Goes on from a {@link #state} of the same network.
   *
   * @throws IllegalArgumentException if it is not of this network and this updater
   */
  void restore(UpdaterState state) {
    if (state.quick() != isQuick()) {
      throw new IllegalArgumentException(
          "the checkpoint has what %s remembers, but this worker trains with %s"
              .formatted(updater(state.quick()), updater(isQuick())));
    }
    if (quick != null) {
      quick.restore(state.values());
    } else if (stockState != null) {
      Training.put(state.values(), stockState);
    } else if (state.values().length > 0) {
      throw new IllegalArgumentException("the checkpoint is of a network with another updater");
    }
  }

  private static String updater(boolean quick) {
    return quick ? "sweep4j's own updater" : "Deeplearning4j's updater";
  }

  /** Frees its native memory. */
  @Override
  public void close() {
    if (stockState != null && stockState.closeable()) {
      stockState.close();
    }
  }
}
